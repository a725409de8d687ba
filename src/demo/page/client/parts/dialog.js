import { el } from "../dom.js";
import { act, withoutFiles } from "../server.js";
import { nameOf } from "../people.js";
import { on, state } from "../state.js";
import { say } from "../words.js";
import { dialogField } from "./dialog-fields.js";
import { openOverlay } from "./overlay.js";

const shown = new Set();

/** Shows each dialog that the bot answers with. */
export function showDialogs() {
  on("interaction", (interaction) => {
    if (!interaction.dialog || shown.has(interaction.id)) return;
    shown.add(interaction.id);
    openDialog(interaction);
  });
}

function openDialog({ id, dialog: modal }) {
  const fields = modal.components.map(dialogField);
  const wrong = el("p", { class: "dialog-wrong", role: "alert" });
  const send = el("button", { class: "button primary" }, say("dialog.submit"));
  const heading = el("h2", { id: `dialog-${id}` }, modal.title);
  const dialog = el(
    "dialog",
    { class: "modal", "aria-labelledby": heading.id },
    el(
      "form",
      { class: "modal-form", novalidate: true, onsubmit: submit },
      el("header", { class: "modal-head" }, heading, closeButton()),
      el("p", { class: "modal-warning" }, say("dialog.warning", { name: nameOf(state.bot) })),
      el(
        "div",
        { class: "modal-fields" },
        fields.map(({ node }) => node),
      ),
      wrong,
      el(
        "footer",
        { class: "modal-foot" },
        el(
          "button",
          { type: "button", class: "button plain", onclick: () => dialog.close() },
          say("dialog.cancel"),
        ),
        send,
      ),
    ),
  );

  function closeButton() {
    return el(
      "button",
      {
        type: "button",
        class: "modal-close",
        "aria-label": say("close"),
        onclick: () => dialog.close(),
      },
      "✕",
    );
  }

  async function submit(event) {
    event.preventDefault();
    const problems = fields.map((field) => field.check?.()).filter((one) => one !== undefined);
    wrong.textContent = "";
    if (problems.length > 0) {
      fields.find((field) => field.isWrong?.())?.focus();
      return;
    }
    const read = fields.flatMap((field) => field.read?.() ?? []);
    const { values, files } = withoutFiles(Object.fromEntries(read));
    send.disabled = true;
    const answer = await act("submit", { interaction: id, fields: values }, files);
    if (!answer) return again(say("dialog.refused"));
    watch(answer.interaction);
  }
  function again(words) {
    send.disabled = false;
    wrong.textContent = words;
  }
  function watch(interaction) {
    const settle = (seen) => {
      if (seen?.id !== interaction || seen.state === "waiting" || !dialog.isConnected) return;
      if (seen.state === "failed") again(say("message.failed"));
      else dialog.close();
    };
    const stop = on("interaction", settle);
    dialog.addEventListener("close", stop);
    settle(state.interactions.get(interaction));
  }
  openOverlay(dialog);
  (fields.find((field) => field.focus) ?? { focus: () => send.focus() }).focus();
}
