import { el } from "../dom.js";
import { isModerator, nameOf } from "../people.js";
import { clockTime, fullTime } from "../times.js";
import { say } from "../words.js";

/** Who said it, and when. */
export function head(author, at, id) {
  return el(
    "header",
    { class: "message-head", id },
    el("span", { class: isModerator(author) ? "author moderator" : "author" }, nameOf(author)),
    author.bot ? el("span", { class: "badge" }, say("message.app")) : "",
    el(
      "time",
      { class: "time", datetime: new Date(at).toISOString(), title: fullTime(at) },
      clockTime(at),
    ),
  );
}
