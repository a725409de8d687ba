import { el } from "../dom.js";
import { fileSize, isPicture, steady } from "../media.js";
import { gallery } from "./gallery.js";
import { spoilerCover } from "./spoiler.js";

const isSpoiler = ({ filename }) => filename.startsWith("SPOILER_");

/** A file as a card with its name and size. */
export function fileCard({ url, filename, title, size }) {
  return el(
    "div",
    { class: "file" },
    el("span", { class: "file-icon", "aria-hidden": "true" }, "📄"),
    el(
      "div",
      {},
      el(
        "a",
        { href: steady(url), target: "_blank", rel: "noopener noreferrer", download: filename },
        title ?? filename,
      ),
      el("div", { class: "file-size" }, fileSize(size)),
    ),
  );
}

/** The attachments that stand beside the words of a message. */
export function attachments(message) {
  const pictures = message.attachments.filter((file) => isPicture(file.content_type));
  const others = message.attachments.filter((file) => !isPicture(file.content_type));
  const shown = pictures.map((file) => ({
    ...file,
    alt: file.description ?? file.filename,
    spoiler: isSpoiler(file),
  }));
  return [
    ...(shown.length > 0 ? [gallery(shown, `${message.id}:files`)] : []),
    ...others.map((file) =>
      isSpoiler(file) ? spoilerCover(`${message.id}:${file.id}`, fileCard(file)) : fileCard(file),
    ),
  ];
}
