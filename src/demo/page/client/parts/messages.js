import { el, reconcile } from "../dom.js";
import { nameOf } from "../people.js";
import { byId, channelNow, isDm, messagesIn, on, state } from "../state.js";
import { isSameDay, longDay } from "../times.js";
import { say } from "../words.js";
import { echoNode, echoesIn } from "./echoes.js";
import { messageNode } from "./message.js";
import { createNews } from "./news.js";

const nearBottom = 120;
const groupMs = 7 * 60 * 1000;

/** The messages of a channel; it stays at the bottom unless somebody has scrolled up. */
export function createMessages() {
  const nodes = new Map();
  const list = el("ol", { class: "messages", onkeydown: step });
  const scroller = el(
    "div",
    { class: "scroller", tabindex: "0", role: "region", onkeydown: enter },
    el("div", { class: "scroller-space" }),
    list,
    createNews(),
  );
  let shown = "";
  let wasAtEnd = true;
  scroller.addEventListener("scroll", () => {
    wasAtEnd = isAtEnd();
  });
  // What is written below may take room from the messages: the last of them stays in sight.
  new ResizeObserver(() => wasAtEnd && toEnd()).observe(scroller);

  const isAtEnd = () =>
    scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearBottom;
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };

  function draw() {
    const mayScroll = shown !== state.channel || isAtEnd();
    if (shown !== state.channel) nodes.clear();
    shown = state.channel;
    const channel = channelNow();
    scroller.setAttribute(
      "aria-label",
      say("messages.label", { channel: channel ? titleOf(channel) : "" }),
    );
    const hadFocus = list.contains(document.activeElement);
    reconcile(list, [welcome(channel), ...layOut()]);
    if (hadFocus && !list.contains(document.activeElement)) scroller.focus({ preventScroll: true });
    if (mayScroll) toEnd();
  }

  /** Days, messages and waiting commands, by id. */
  function layOut() {
    const messages = messagesIn(state.channel);
    const waiting = echoesIn(state.channel).map((one) => ({ ...one, isEcho: true }));
    const wanted = new Set();
    let before;
    const keep = (key, make) => {
      wanted.add(key);
      if (!nodes.has(key)) nodes.set(key, make());
      return nodes.get(key);
    };
    const laid = [...messages, ...waiting].sort(byId).flatMap((one) => {
      if (one.isEcho) return [keep(`echo-${one.id}-${one.failed}`, () => echoNode(one))];
      const node = keep(one.id, () => messageNode(one));
      const isNewDay = !before || !isSameDay(before.timestamp, one.timestamp);
      node.classList.toggle("following", !isNewDay && follows(before, one));
      before = one;
      return isNewDay ? [keep(`day-${one.timestamp.slice(0, 10)}`, () => day(one)), node] : [node];
    });
    for (const key of nodes.keys()) if (!wanted.has(key)) nodes.delete(key);
    return laid;
  }

  let top;
  function welcome(channel) {
    if (top?.dataset.channel === channel?.id && top) return top;
    top = el(
      "li",
      { class: "welcome", data: { channel: channel?.id } },
      el("div", { class: "welcome-sign", "aria-hidden": "true" }, isDm(channel) ? "@" : "#"),
      el(
        "h2",
        {},
        isDm(channel) || !channel
          ? nameOfDm()
          : say("messages.welcome", { channel: titleOf(channel) }),
      ),
      el("p", {}, say(isDm(channel) ? "messages.beginDm" : "messages.begin")),
    );
    return top;
  }

  /** Draws one message anew; what had the focus in it has it again. */
  function renew(message) {
    if (message.channel_id !== state.channel) return;
    const old = nodes.get(message.id);
    const key = old?.contains(document.activeElement)
      ? (document.activeElement.dataset.key ?? "")
      : undefined;
    nodes.delete(message.id);
    draw();
    if (key === undefined) return;
    const fresh = nodes.get(message.id);
    const same = [...(fresh?.querySelectorAll("[data-key]") ?? [])].find(
      (one) => one.dataset.key === key,
    );
    (same ?? fresh?.querySelector("article"))?.focus({ preventScroll: true });
  }

  function step(event) {
    const article = event.target.closest("article");
    if (event.target !== article || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const all = [...list.querySelectorAll("article")];
    const next = all[all.indexOf(article) + (event.key === "ArrowUp" ? -1 : 1)];
    event.preventDefault();
    event.stopPropagation();
    next?.focus();
  }
  /** From the list itself an arrow leads into the newest message. */
  function enter(event) {
    if (event.target !== scroller || event.key !== "ArrowUp") return;
    event.preventDefault();
    [...list.querySelectorAll("article")].at(-1)?.focus();
  }

  on("message redraw", renew);
  on("gone", draw);
  on("echo channel", draw);
  on("whole places", () => {
    nodes.clear();
    top = undefined;
    draw();
  });
  return scroller;
}

function follows(before, message) {
  const isContext = message.asked || message.message_reference;
  const gap = Date.parse(message.timestamp) - Date.parse(before.timestamp);
  return (
    !isContext &&
    before.author.id === message.author.id &&
    gap < groupMs &&
    sameReader(before, message)
  );
}
const sameReader = (a, b) => (a.flags & 64) === (b.flags & 64);

const day = ({ timestamp }) =>
  el("li", { class: "day", role: "separator" }, el("span", {}, longDay(Date.parse(timestamp))));

export function titleOf(channel) {
  return isDm(channel) ? `@${nameOfDm()}` : `#${channel.name}`;
}

/** Direct messages are with the bot; the page knows no others. */
const nameOfDm = () => (state.bot ? nameOf(state.bot) : "");
