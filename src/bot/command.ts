import type {
  APIApplicationCommandInteraction,
  APIChatInputApplicationCommandInteraction,
  APIMessageComponentInteraction,
  REST,
  RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Answer } from "../discord/answer.ts";
import type { FetchBounds } from "../discord/attachments.ts";
import type { Values } from "../generation/request.ts";
import type { Log } from "../log.ts";
import type { Producer } from "../queue/producer.ts";
import type { Inputs } from "../store/inputs.ts";
import type { Line } from "../store/line.ts";
import type { Records } from "../store/records.ts";
import type { Signals } from "../store/signals.ts";
import type { Text } from "../text/en.ts";
import type { Webuis } from "./webuis.ts";

/** What commands and buttons may use; made once in `start.ts`. */
export type Context = {
  rest: REST;
  log: Log;
  producer: Producer;
  records: Records;
  inputs: Inputs;
  line: Line;
  webuis: Webuis;
  /** Takes a job back, as soon as Redis can be asked, that may or may not have been stored. */
  regret(id: string): void;
  signals: Signals;
  fetchAttachment(url: string, bounds: FetchBounds): Promise<Buffer>;
  /** What holds where the person set nothing, the weakest first: webui profile, server, channel, own, preset. */
  defaults(
    interaction: APIApplicationCommandInteraction | APIMessageComponentInteraction,
  ): Promise<Values[]>;
};

/** A slash command: one file in `commands/`, named for it. */
export type Command = {
  data(text: Text): RESTPostAPIApplicationCommandsJSONBody;
  execute(
    interaction: APIChatInputApplicationCommandInteraction,
    answer: Answer,
    context: Context,
  ): Promise<void>;
};

/** A button: one file in `bot/components/`, named for the first part of its custom id. */
export type Component = {
  /** `id` is the second part of the custom id: the job that the button belongs to. */
  press(
    interaction: APIMessageComponentInteraction,
    id: string,
    answer: Answer,
    context: Context,
  ): Promise<void>;
};
