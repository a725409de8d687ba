import { el, newId } from "../dom.js";
import { markdown } from "../markdown.js";
import { avatarOf, nameOf } from "../people.js";
import { say } from "../words.js";
import { openAppsMenu } from "./apps-menu.js";
import { embed } from "./embed.js";
import { attachments } from "./files.js";
import { head } from "./head.js";
import { component } from "./layout.js";
import { notes } from "./message-notes.js";
import { tools } from "./message-tools.js";
import { isPrivate, isThinking, wordsOf } from "./message-words.js";
import { reactions } from "./reactions.js";

/** A message with everything in it, as a list item. */
export function messageNode(message) {
  const { author } = message;
  const heading = newId("message");
  const article = el(
    "article",
    {
      class: isPrivate(message) ? "message private" : "message",
      tabindex: "-1",
      "aria-labelledby": heading,
    },
    context(message),
    el(
      "div",
      { class: "message-columns" },
      personButton(author, message),
      el(
        "div",
        { class: "message-main" },
        head(author, Date.parse(message.timestamp), heading),
        body(message),
        reactions(message),
        notes(message),
      ),
    ),
    tools(message),
  );
  article.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, .avatar-button")) return;
    event.preventDefault();
    openAppsMenu(event, article, { message });
  });
  return el("li", { data: { id: message.id } }, article);
}

/** The avatar; the menu of a person opens from it. */
function personButton(author) {
  const button = el(
    "button",
    {
      type: "button",
      class: "avatar-button",
      "aria-label": say("message.person", { name: nameOf(author) }),
      onclick: (event) => openAppsMenu(event, button, { user: author }),
    },
    avatarOf(author),
  );
  button.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    openAppsMenu(event, button, { user: author });
  });
  return button;
}

/** What it answers: a command somebody used, or another message. */
function context(message) {
  const { asked, referenced_message: replied, message_reference: reference } = message;
  if (asked)
    return el(
      "div",
      { class: "context" },
      avatarOf(asked.user, 16),
      el("span", { class: "context-name" }, nameOf(asked.user)),
      say("message.used"),
      el("span", { class: "context-command" }, asked.name),
    );
  if (!reference) return "";
  return el(
    "div",
    { class: "context" },
    replied ? avatarOf(replied.author, 16) : "",
    replied ? el("span", { class: "context-name" }, nameOf(replied.author)) : "",
    el("span", { class: "context-words" }, replied ? wordsOf(replied) : say("message.replyGone")),
  );
}

function body(message) {
  if (message.lost) return el("p", { class: "failure" }, say("message.failed"));
  if (isThinking(message))
    return el(
      "p",
      { class: "thinking" },
      el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")),
      say("message.thinking", { name: nameOf(message.author) }),
    );
  return [
    message.content ? content(message) : "",
    attachments(message),
    message.embeds.map((one, index) => embed(one, message, index)),
    message.components.length > 0
      ? el(
          "div",
          { class: "components" },
          message.components.map((one) => component(one, message)),
        )
      : "",
  ];
}

/** The words, and behind them whether they are still the first ones. */
function content({ content: text, edited_timestamp: editedAt }) {
  const nodes = markdown(text);
  const last = nodes.at(-1);
  const mark = editedAt ? el("span", { class: "edited" }, ` ${say("message.edited")}`) : "";
  if (last?.tagName === "P") last.append(mark);
  return el("div", { class: "content" }, nodes, last?.tagName === "P" ? "" : mark);
}
