import { el } from "../dom.js";
import { avatarOf, nameOf } from "../people.js";
import { act } from "../server.js";
import { on, state } from "../state.js";
import { say } from "../words.js";
import { openAppsMenu } from "./apps-menu.js";
import { createLanguages } from "./languages.js";
import { roleOf } from "./sidebar.js";

/** Who is here, and what can be made to go wrong. */
export function createPanel() {
  const people = el("ul", { class: "people" });
  const troubles = el("div", { class: "troubles" });
  const node = el(
    "aside",
    { class: "panel", id: "panel", "aria-label": say("panel.label") },
    el("h2", { class: "list-heading" }, say("panel.people")),
    people,
    createLanguages(),
    el("h2", { class: "list-heading" }, say("panel.troubles")),
    el("p", { class: "panel-note" }, say("panel.note")),
    troubles,
  );

  function drawPeople() {
    const bot = state.bot;
    people.replaceChildren(
      ...state.members.map((one) => person(one, say(roleOf(one)), true)),
      ...(bot
        ? [person(bot, say(state.connected ? "people.online" : "people.offline"), state.connected)]
        : []),
    );
  }

  function person(user, role, isOnline) {
    const button = el(
      "button",
      {
        type: "button",
        class: isOnline ? "person" : "person offline",
        data: { person: user.id },
        onclick: (event) => openAppsMenu(event, button, { user }),
      },
      el("span", { class: "presence" }, avatarOf(user, 32)),
      el(
        "span",
        { class: "person-words" },
        el(
          "span",
          { class: user.isModerator ? "person-name moderator" : "person-name" },
          nameOf(user),
          user.bot ? el("span", { class: "badge" }, say("message.app")) : "",
          user.isModerator
            ? el("span", { class: "shield", title: role, "aria-hidden": "true" }, "🛡️")
            : "",
        ),
        el("span", { class: "person-role" }, role),
      ),
    );
    button.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      openAppsMenu(event, button, { user });
    });
    return el("li", {}, button);
  }

  function drawTroubles() {
    const focused = document.activeElement?.dataset.trouble;
    troubles.replaceChildren(...state.switches.map(trouble));
    if (focused) troubles.querySelector(`[data-trouble="${focused}"]`)?.focus();
  }

  on("whole places connection", drawPeople);
  on("whole switches", drawTroubles);
  return node;
}

function trouble({ name, on: isOn }) {
  const words = say(`troubles.${name}`);
  if (isOn === undefined)
    return el(
      "button",
      {
        type: "button",
        class: "button secondary trouble-button",
        data: { trouble: name },
        onclick: () => void act("switch", { name, on: true }),
      },
      words,
    );
  return el(
    "button",
    {
      type: "button",
      class: "trouble",
      role: "switch",
      "aria-checked": String(isOn),
      data: { trouble: name },
      onclick: () => void act("switch", { name, on: !isOn }),
    },
    el("span", {}, words),
    el("span", { class: "switch", "aria-hidden": "true" }),
  );
}
