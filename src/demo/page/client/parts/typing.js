import { el } from "../dom.js";
import { nameOf } from "../people.js";
import { on, state } from "../state.js";
import { say } from "../words.js";

const lastsMs = 10_000;

/** "… is typing", for as long as Discord shows it, or until a message comes. */
export function createTyping() {
  const node = el("div", { class: "typing", "aria-live": "off" });
  let timer;
  const clear = () => node.replaceChildren();
  on("typing", ({ channelId }) => {
    if (channelId !== state.channel || !state.bot) return;
    node.replaceChildren(say("typing", { name: nameOf(state.bot) }));
    clearTimeout(timer);
    timer = setTimeout(clear, lastsMs);
  });
  on("channel message whole", clear);
  return node;
}
