import { ComponentType, MessageFlags } from "discord-api-types/v10";
import type { Progress } from "../generation/backend.ts";
import type { Text } from "../text/en.ts";
import { waitingRow } from "./buttons.ts";
import { plain } from "./markdown.ts";
import { textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";

/** A job that waits or is drawn, as far as its message speaks of it. */
export type Underway = { id: string; userId: string; remarks: readonly string[] };

/** Its place, and how long it will take. `seconds` are from `now` on, which is in milliseconds since 1970. */
export type Place = { ahead: number; seconds: number | undefined; now: number };

/** From here on a clock that runs by itself says more than a number that was right once. Seconds. */
const longSeconds = 60;

/** Why nothing is drawn just now, if so, and what the host has to say. */
export type Outlook = {
  standstill?: "paused" | "down" | undefined;
  announcement?: string | undefined;
};

export function waitingMessage(
  text: Text,
  job: Underway,
  place: Place,
  { standstill, announcement }: Outlook,
): Outgoing {
  const lines = [
    placeLine(text, place),
    ...remarkLines(job.remarks),
    ...(standstill === undefined ? [] : [`-# ${standstillWords(text, standstill)}`]),
    ...(announcement === undefined ? [] : [announcementLine(announcement)]),
  ];
  return textMessage(lines, [waitingRow(job.id, job.userId)]);
}

export const announcementLine = (words: string): string => `-# 📣 ${plain(words)}`;

const standstillWords = ({ waiting }: Text, standstill: "paused" | "down") =>
  standstill === "paused" ? waiting.paused : waiting.webuisDown;

function placeLine(text: Text, { ahead, seconds, now }: Place): string {
  if (seconds === undefined) return text.waiting.queued(ahead, undefined);
  const about = text.waiting.seconds(Math.max(1, Math.round(seconds)));
  const at = `<t:${Math.round(now / 1000 + seconds)}:R>`;
  return text.waiting.queued(ahead, seconds < longSeconds ? about : `${about} (${at})`);
}

/** A picture as far as it is drawn. */
export type Preview = { bytes: Buffer; spoiler: boolean };

/**
 * How far a drawing is. `progress` is undefined where the webui does not tell; then `share` may still be estimated.
 */
export function runningMessage(
  text: Text,
  job: Underway,
  {
    progress,
    share,
    secondsLeft,
  }: { progress: Progress | undefined; share: number | undefined; secondsLeft: number | undefined },
  { canSkip, preview }: { canSkip: boolean; preview: Preview | undefined },
): Outgoing {
  const name = `easel-${job.id}-preview.webp`;
  const row = waitingRow(job.id, job.userId, canSkip);
  const lines = [headLine(text, progress, share), detailLine(text, progress, secondsLeft)];
  const content = [...lines.filter((line) => line !== ""), ...remarkLines(job.remarks)].join("\n");
  const gallery = {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, spoiler: preview?.spoiler === true }],
  };
  return {
    body: {
      components: [
        { type: ComponentType.TextDisplay, content },
        ...(preview === undefined ? [] : [gallery]),
        row,
      ],
      attachments: preview === undefined ? [] : [{ id: 0, filename: name }],
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: { parse: [] },
    },
    files: preview === undefined ? [] : [{ name, data: preview.bytes, contentType: "image/webp" }],
  };
}

const barLength = 14;

/** A bar of blocks: `▰▰▰▱▱▱ 50 %`. */
export function bar(share: number): string {
  const full = Math.min(barLength, Math.max(0, Math.round(share * barLength)));
  return `${"▰".repeat(full)}${"▱".repeat(barLength - full)}`;
}

function headLine(text: Text, progress: Progress | undefined, share: number | undefined): string {
  if (progress?.state === "waiting") return text.running.busyElsewhere;
  if (progress?.state === "loading") return text.running.loading;
  if (share === undefined) return text.running.drawing;
  return `${text.running.drawing} ${bar(share)} ${text.running.percent(Math.min(1, share))}`;
}

function detailLine(
  text: Text,
  progress: Progress | undefined,
  secondsLeft: number | undefined,
): string {
  const parts = [
    ...(progress?.state === "drawing" ? stepsOf(text, progress) : []),
    ...(secondsLeft === undefined ? [] : [text.running.left(Math.max(1, Math.round(secondsLeft)))]),
  ];
  return parts.length === 0 ? "" : `-# ${parts.join(" · ")}`;
}

function stepsOf(text: Text, progress: Extract<Progress, { state: "drawing" }>): string[] {
  const { step, steps, picture, pictures } = progress;
  return [
    ...(steps > 0 ? [text.running.step(Math.min(step, steps), steps)] : []),
    ...(pictures > 1 ? [text.running.picture(picture, pictures)] : []),
  ];
}

export const remarkLines = (remarks: readonly string[]) =>
  remarks.map((remark) => `-# ⚠️ ${remark}`);
