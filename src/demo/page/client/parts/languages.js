import { el } from "../dom.js";
import { act } from "../server.js";
import { me, on, state } from "../state.js";
import { say } from "../words.js";

/** In which language one's own Discord is; every person has their own. */
export function createLanguages() {
  const menu = el("select", {
    class: "languages",
    "aria-label": say("panel.language"),
    onchange: () => void act("language", { locale: menu.value }),
  });
  const heading = el("h2", { class: "list-heading" }, say("panel.language"));
  const node = el("section", { hidden: true }, heading, menu);
  on("whole places", () => {
    node.hidden = state.languages.length < 2;
    menu.replaceChildren(
      ...state.languages.map((locale) =>
        el("option", { value: locale, lang: locale }, nameOf(locale)),
      ),
    );
    menu.value = me()?.locale ?? "";
  });
  return node;
}

/** As those who speak it write it. */
const nameOf = (locale) => new Intl.DisplayNames([locale], { type: "language" }).of(locale);
