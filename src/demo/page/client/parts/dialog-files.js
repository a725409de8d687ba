import { el } from "../dom.js";
import { fileSize } from "../media.js";
import { say } from "../words.js";

/** Files for a dialog: picked, or dropped on it. */
export function files({ component, id }) {
  const { min_values: least = 1, max_values: most = 1 } = component;
  let chosen = [];
  const list = el("ul", { class: "picked-files" });
  const input = el("input", {
    type: "file",
    id,
    class: "visually-hidden",
    multiple: most > 1,
    onchange: () => take([...(input.files ?? [])]),
  });
  const take = (given) => {
    chosen = given.slice(0, most);
    list.replaceChildren(
      ...chosen.map((file) => el("li", {}, `${file.name} · ${fileSize(file.size)}`)),
    );
  };
  const zone = el(
    "div",
    { class: "file-zone" },
    input,
    el("label", { class: "button secondary", for: id }, say("dialog.chooseFile")),
    el("span", { class: "file-zone-words" }, say("dialog.dropFile")),
    list,
  );
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
  return {
    node: zone,
    focus: () => input.focus(),
    isEmpty: () => chosen.length === 0,
    read: () => (chosen.length === 0 ? undefined : chosen),
    check: () => (chosen.length < least ? say("dialog.count", { least, most }) : undefined),
  };
}
