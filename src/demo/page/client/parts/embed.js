import { el, safeAddress } from "../dom.js";
import { markdown } from "../markdown.js";
import { inline } from "../markdown-inline.js";
import { state } from "../state.js";
import { fullTime } from "../times.js";
import { gallery } from "./gallery.js";

const linked = (text, url) => {
  const href = safeAddress(url);
  return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, text) : text;
};

/** Only pictures on the stand-in's CDN can be shown. */
const isShown = (picture) => picture?.url?.startsWith(`${state.cdnOrigin}/`) === true;

export function embed(one, message, index) {
  const { author, title, description, fields = [], image, thumbnail, footer, timestamp } = one;
  const key = `${message.id}:embed${index}`;
  const box = el(
    "div",
    { class: "embed" },
    el(
      "div",
      { class: "embed-main" },
      el(
        "div",
        { class: "embed-words" },
        author ? el("div", { class: "embed-author" }, linked(author.name, author.url)) : "",
        title
          ? el("div", { class: "embed-title" }, linked(el("span", {}, inline(title)), one.url))
          : "",
        description ? el("div", { class: "embed-description" }, markdown(description)) : "",
        fields.length > 0 ? el("dl", { class: "embed-fields" }, fields.map(field)) : "",
      ),
      isShown(thumbnail) ? thumbnailOf(thumbnail, key) : "",
    ),
    isShown(image) ? gallery([image], `${key}:image`) : "",
    foot(footer, timestamp),
  );
  if (typeof one.color === "number")
    box.style.setProperty("--accent", `#${one.color.toString(16).padStart(6, "0")}`);
  return box;
}

const field = ({ name, value, inline: isInline }) =>
  el(
    "div",
    { class: isInline ? "embed-field inline" : "embed-field" },
    el("dt", {}, inline(name)),
    el("dd", {}, markdown(value)),
  );

function thumbnailOf(picture, key) {
  const node = gallery([picture], `${key}:thumbnail`);
  node.classList.add("thumbnail");
  return node;
}

function foot(footer, timestamp) {
  const parts = [footer?.text, timestamp ? fullTime(Date.parse(timestamp)) : undefined];
  const text = parts.filter(Boolean).join(" • ");
  return text === "" ? "" : el("div", { class: "embed-footer" }, text);
}
