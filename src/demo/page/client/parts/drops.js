import { el } from "../dom.js";
import { say } from "../words.js";

const holdsFiles = ({ dataTransfer }) => [...(dataTransfer?.types ?? [])].includes("Files");

/** Files dropped anywhere in the zone, or pasted while no dialog is open. */
export function takeFiles(zone, give) {
  const sign = el("div", { class: "drop-sign", "aria-hidden": "true" }, say("composer.drop"));
  let depth = 0;
  const show = (isOver) => {
    depth = isOver ? depth : 0;
    if (isOver) zone.append(sign);
    else sign.remove();
  };
  zone.addEventListener("dragenter", (event) => {
    if (!holdsFiles(event)) return;
    depth += 1;
    show(true);
  });
  zone.addEventListener("dragleave", (event) => {
    if (holdsFiles(event) && (depth -= 1) <= 0) show(false);
  });
  zone.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
  zone.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    show(false);
    give([...event.dataTransfer.files]);
  });
  addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    give(files);
  });
}
