import { el } from "../dom.js";
import { steady } from "../media.js";
import { say } from "../words.js";
import { openLightbox } from "./lightbox.js";
import { spoilerCover } from "./spoiler.js";

/** How many pictures stand in each row, by how many there are; Discord's own way of laying them out. */
const rowsOf = {
  1: [1],
  2: [2],
  3: [3],
  4: [2, 2],
  5: [2, 3],
  6: [3, 3],
  7: [1, 3, 3],
  8: [2, 3, 3],
  9: [3, 3, 3],
  10: [1, 3, 3, 3],
};

/** Pictures side by side. Each is `{ url, width, height, alt, spoiler }`. */
export function gallery(pictures, key) {
  if (pictures.length === 1) return el("div", { class: "gallery single" }, tile(pictures, 0, key));
  const isThree = pictures.length === 3;
  const rows = rowsOf[pictures.length] ?? rowsOf[10];
  let next = 0;
  const take = (count) => Array.from({ length: count }, () => tile(pictures, next++, key));
  return el(
    "div",
    { class: isThree ? "gallery three" : "gallery" },
    isThree
      ? take(3)
      : rows.map((count) => el("div", { class: `gallery-row of-${count}` }, take(count))),
  );
}

function tile(pictures, index, key) {
  const { url, width, height, alt, spoiler } = pictures[index];
  const image = el("img", {
    src: steady(url),
    alt: alt ?? "",
    width,
    height,
    decoding: "async",
    onerror: () => button.classList.add("broken"),
  });
  const label = alt
    ? say("picture.open", { alt })
    : say("picture.openPlain", { number: index + 1 });
  const button = el(
    "button",
    {
      type: "button",
      class: "picture",
      "aria-label": label,
      data: { key: `picture:${index}` },
      onclick: () => openLightbox(pictures, index),
    },
    image,
  );
  if (pictures.length === 1 && width && height) fit(button, width, height);
  return spoiler ? spoilerCover(`${key}:${index}`, button) : button;
}

const largest = { width: 550, height: 350 };

/** A single picture is shown whole, as large as Discord shows it. */
function fit(node, width, height) {
  const scale = Math.min(largest.width / width, largest.height / height, 1);
  node.style.setProperty("--picture-width", `${Math.round(width * scale)}px`);
  node.style.setProperty("--picture-ratio", `${width} / ${height}`);
}
