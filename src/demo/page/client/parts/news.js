import { el } from "../dom.js";
import { nameOf } from "../people.js";
import { on, state } from "../state.js";
import { say } from "../words.js";
import { isThinking, wordsOf } from "./message-words.js";

const kept = 5;

/** How far a message has come: each of these is worth a word, the steps between are not. */
const stageOf = (message) =>
  isThinking(message) ? "thinking" : `${hasPictures(message)} ${actionsOf(message)}`;

/** What can be done with it now: other buttons say that something has ended, where a picture may be a preview. */
const actionsOf = ({ components }) =>
  (JSON.stringify(components).match(/"custom_id":"[^"]*"/g) ?? []).join();

const hasPictures = ({ components, attachments }) =>
  attachments.length > 0 || JSON.stringify(components).includes('"type":12');

/** Tells those who listen what comes in the open channel, once for each stage of a message. */
export function createNews() {
  const node = el("div", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  let told = new Map();

  function announce(message) {
    const stage = stageOf(message);
    if (told.get(message.id) === stage) return;
    told.set(message.id, stage);
    if (message.channel_id !== state.channel || message.author.id === state.me) return;
    const name = nameOf(message.author);
    const words = stage === "thinking" ? "" : wordsOf(message);
    node.append(
      el(
        "p",
        {},
        say(stage === "thinking" ? "messages.thinking" : "messages.said", { name, words }),
      ),
    );
    while (node.children.length > kept) node.firstElementChild.remove();
  }
  on("message", announce);
  on("whole", () => {
    told = new Map([...state.messages.values()].map((message) => [message.id, stageOf(message)]));
  });
  return node;
}
