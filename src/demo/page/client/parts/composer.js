import { el } from "../dom.js";
import { act } from "../server.js";
import { channelNow, on, state } from "../state.js";
import { say } from "../words.js";
import { commandItem, matching, slashCommands } from "./command-list.js";
import { createCommandForm } from "./command-form.js";
import { takeFiles } from "./drops.js";
import { titleOf } from "./messages.js";
import { createSuggestions } from "./suggestions.js";
import { createTray } from "./tray.js";

/** Where one writes: words, files, or a command with its options. */
export function createComposer(dropZone) {
  const suggestions = createSuggestions();
  const tray = createTray();
  const field = el("textarea", {
    class: "composer-input",
    rows: 1,
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-haspopup": "listbox",
    oninput: typed,
    onfocus: () => form.isOpen() && form.offer(),
    onkeydown: key,
  });
  const wrong = el("p", { class: "composer-wrong", role: "alert" });
  const chooser = el("input", {
    type: "file",
    multiple: true,
    class: "visually-hidden",
    tabindex: "-1",
    "aria-hidden": "true",
    onchange: () => {
      give([...(chooser.files ?? [])]);
      chooser.value = "";
    },
  });
  const form = createCommandForm({ suggestions, field, wrong, ended: reset });
  const node = el(
    "form",
    { class: "composer", "aria-label": say("composer.label"), onsubmit: submit },
    suggestions.node,
    wrong,
    el(
      "div",
      { class: "composer-box" },
      tray.node,
      el(
        "div",
        { class: "composer-row" },
        chooser,
        el(
          "button",
          {
            type: "button",
            class: "composer-button",
            "aria-label": say("composer.addFile"),
            title: say("composer.addFile"),
            onclick: () => chooser.click(),
          },
          "+",
        ),
        el("div", { class: "composer-words" }, form.node, field),
        el("button", { class: "composer-button send", "aria-label": say("composer.send") }, "➤"),
      ),
    ),
  );

  function reset() {
    field.value = "";
    wrong.textContent = "";
    suggestions.hide();
    prompt();
    field.focus();
  }
  function prompt() {
    const channel = channelNow();
    const title = channel ? titleOf(channel) : "";
    field.placeholder = form.isOpen()
      ? say("options.more")
      : say("composer.placeholder", { channel: title });
    field.setAttribute("aria-label", field.placeholder);
  }

  function typed() {
    wrong.textContent = "";
    if (form.isOpen()) return form.offer();
    const text = field.value;
    if (!text.startsWith("/") || text.includes("\n")) return suggestions.hide();
    const words = text.slice(1);
    const exact = slashCommands().find(({ name }) => words.startsWith(`${name} `));
    if (exact) return open(exact, words.slice(exact.name.length + 1));
    const found = matching(slashCommands(), words.trimStart());
    suggestions.show(field, {
      title: say(found.length > 0 ? "palette.heading" : "palette.none"),
      label: say("palette.label"),
      list: found.map((command) => commandItem(command, () => open(command, ""))),
      isFirstActive: true,
      note: say("palette.none"),
    });
  }

  function open(command, text) {
    field.value = "";
    form.open(command, text);
    for (const file of tray.take()) form.takeFile(file);
    prompt();
  }

  function key(event) {
    if (suggestions.takeKey(event)) return;
    if (form.isOpen() && form.takeKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) void submit(event);
  }

  async function submit(event) {
    event.preventDefault();
    if (form.isOpen()) return form.send();
    const content = field.value.trim();
    if (content.startsWith("/") && slashCommands().some(({ name }) => `/${name}` === content))
      return open(
        slashCommands().find(({ name }) => `/${name}` === content),
        "",
      );
    const files = tray.take();
    if (content === "" && files.length === 0) return;
    field.value = "";
    suggestions.hide();
    await act("say", { channel: state.channel, content }, files);
  }

  /** Files that were dropped, pasted or picked go to the command if it takes one, else into the message. */
  function give(files) {
    for (const file of files) if (!(form.isOpen() && form.takeFile(file))) tray.add(file);
    if (!form.isOpen()) field.focus();
  }
  takeFiles(dropZone, give);

  on("whole channel", () => {
    form.close();
    tray.take();
    reset();
  });
  return node;
}
