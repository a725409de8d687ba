import { el } from "../dom.js";
import { avatarOf, nameOf } from "../people.js";
import { connect } from "../server.js";
import { emit, isDm, me, on, openChannel, state } from "../state.js";
import { say } from "../words.js";
import { openMenu } from "./menu.js";

/** The server's channels, direct messages, and who one is. */
export function createSidebar() {
  const title = el("h1", { class: "guild-name" });
  const lists = el("div", { class: "channel-lists" });
  const self = el("div", { class: "self" });
  const unread = new Set();
  const node = el(
    "nav",
    { class: "sidebar", id: "sidebar", "aria-label": say("sidebar.label") },
    title,
    lists,
    self,
  );

  function draw() {
    title.textContent = state.guilds[0]?.name ?? "";
    const [direct, shared] = [true, false].map((wanted) =>
      state.channels.filter((channel) => isDm(channel) === wanted),
    );
    lists.replaceChildren(
      section(say("sidebar.channels"), shared),
      section(say("sidebar.direct"), direct),
    );
    drawSelf();
  }

  const section = (heading, channels) =>
    el(
      "section",
      {},
      el("h2", { class: "list-heading" }, heading),
      el(
        "ul",
        {},
        channels.map((channel) => el("li", {}, channelButton(channel))),
      ),
    );

  function channelButton(channel) {
    const isOpen = channel.id === state.channel;
    const isNew = unread.has(channel.id);
    return el(
      "button",
      {
        type: "button",
        class: `channel${isOpen ? " open" : ""}${isNew ? " unread" : ""}`,
        "aria-current": isOpen ? "page" : undefined,
        onclick: () => {
          openChannel(channel.id);
          emit("navigated");
        },
      },
      isDm(channel) && state.bot
        ? avatarOf(state.bot, 24)
        : el("span", { class: "channel-sign", "aria-hidden": "true" }, "#"),
      el(
        "span",
        { class: "channel-name" },
        isDm(channel) && state.bot ? nameOf(state.bot) : channel.name,
      ),
      isNew ? el("span", { class: "visually-hidden" }, ` ${say("sidebar.unread")}`) : "",
    );
  }

  function drawSelf() {
    const mine = me();
    if (!mine) return;
    const button = el(
      "button",
      {
        type: "button",
        class: "self-button",
        "aria-haspopup": "menu",
        "aria-label": say("sidebar.switch", { name: mine.name }),
        onclick: () => openMenu(button.getBoundingClientRect(), others(), say("sidebar.people")),
      },
      avatarOf(mine, 32),
      el(
        "span",
        { class: "self-words" },
        el("span", { class: "self-name" }, mine.name),
        el("span", { class: "self-role" }, say(roleOf(mine))),
      ),
      el("span", { class: "self-arrows", "aria-hidden": "true" }, "⇅"),
    );
    self.replaceChildren(button);
  }

  const others = () =>
    state.members.map((member) => ({
      label: `${member.name} · ${say(roleOf(member))}`,
      icon: member.id === state.me ? "✓" : undefined,
      act: () => connect(member.id),
    }));

  on("whole channel places", () => {
    unread.delete(state.channel);
    draw();
  });
  on("message", ({ channel_id: id }) => {
    if (id === state.channel || unread.has(id)) return;
    unread.add(id);
    draw();
  });
  return node;
}

export const roleOf = ({ isModerator }) => (isModerator ? "people.moderator" : "people.member");
