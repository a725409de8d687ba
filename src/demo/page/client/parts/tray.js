import { el } from "../dom.js";
import { fileSize, isPicture } from "../media.js";
import { say } from "../words.js";

/** Files that wait to be sent with the next message. */
export function createTray() {
  const node = el("ul", { class: "tray", hidden: true, "aria-label": say("composer.files") });
  let files = [];

  function draw() {
    node.hidden = files.length === 0;
    node.replaceChildren(
      ...files.map((file) =>
        el(
          "li",
          { class: "tray-file" },
          preview(file),
          el("span", { class: "tray-name" }, file.name),
          el("span", { class: "file-size" }, fileSize(file.size)),
          el(
            "button",
            {
              type: "button",
              class: "tray-remove",
              "aria-label": say("composer.removeFile", { name: file.name }),
              onclick: () => {
                files = files.filter((one) => one !== file);
                draw();
              },
            },
            "🗑",
          ),
        ),
      ),
    );
  }

  return {
    node,
    add: (file) => {
      files = [...files, file];
      draw();
    },
    take: () => {
      const taken = files;
      files = [];
      draw();
      return taken;
    },
  };
}

function preview(file) {
  if (!isPicture(file.type)) return el("span", { class: "file-icon", "aria-hidden": "true" }, "📄");
  const url = URL.createObjectURL(file);
  return el("img", {
    class: "tray-picture",
    src: url,
    alt: "",
    onload: () => URL.revokeObjectURL(url),
  });
}
