import type { REST } from "@discordjs/rest";
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import type { Answer } from "../discord/answer.ts";
import type { FetchBounds } from "../discord/attachments.ts";
import type { CustomId } from "../discord/custom-id.ts";
import type { Painter } from "../chart/paint.ts";
import type { Catalog } from "../generation/catalog.ts";
import type { Backlog } from "./backlog.ts";
import type { Choice } from "./complete.ts";
import type { Wildcards } from "../generation/dynamic-prompt.ts";
import type { Log } from "../log.ts";
import type { Measures } from "../measures.ts";
import type { Producer } from "../queue/producer.ts";
import type { Announcement } from "../store/announcement.ts";
import type { Answers } from "../store/answers.ts";
import type { Awaited } from "../store/awaited.ts";
import type { Chores } from "../store/chores.ts";
import type { Drafts } from "../store/drafts.ts";
import type { Drains } from "../store/drains.ts";
import type { Edits } from "../store/edits.ts";
import type { History } from "../store/history.ts";
import type { Inputs } from "../store/inputs.ts";
import type { Line } from "../store/line.ts";
import type { ModelBooks } from "../store/model-book.ts";
import type { OptionChanges } from "../store/option-changes.ts";
import type { Originals } from "../store/originals.ts";
import type { Pauses } from "../store/pauses.ts";
import type { Presets } from "../store/presets.ts";
import type { Quotas } from "../store/quotas.ts";
import type { Records } from "../store/records.ts";
import type { Roster } from "../store/roster.ts";
import type { Schedule } from "../store/schedule.ts";
import type { Settings } from "../store/settings.ts";
import type { Shares } from "../store/shares.ts";
import type { Signals } from "../store/signals.ts";
import type { Stats } from "../store/stats.ts";
import type { Troubles } from "../store/troubles.ts";
import type { Upkeep } from "../store/upkeep.ts";
import type { Text } from "../text/en.ts";
import type { Owners } from "./owners.ts";
import type { Keeper } from "./personal.ts";
import type { Places } from "./places.ts";
import type { Turnstile } from "./turnstile.ts";
import type { Webuis } from "./webuis.ts";
import type { WordLists } from "./word-lists.ts";

/** What commands and buttons may use; made once in `start.ts`. */
export type Context = {
  rest: REST;
  log: Log;
  /** Our own user, once the gateway has said so. */
  botId(): string | undefined;
  producer: Producer;
  records: Records;
  inputs: Inputs;
  line: Line;
  schedule: Schedule;
  roster: Roster;
  /** What members use of their limits. */
  quotas: Quotas;
  edits: Edits;
  answers: Pick<Answers, "remove">;
  awaited: Awaited;
  drafts: Drafts;
  history: History;
  stats: Stats;
  /** Pictures of numbers, as PNG. */
  paint: Painter["paint"];
  originals: Originals;
  /** A private address of an original, for a day; undefined where the host has not switched that on. */
  linkTo(id: string, number: number): Promise<string | undefined>;
  webuis: Webuis;
  /** Takes a job back, as soon as Redis can be asked, that may or may not have been stored. */
  regret(id: string): void;
  /** What people, channels and servers have set. */
  settings: Settings;
  /** What servers say of their models. */
  modelBooks: ModelBooks;
  presets: Presets;
  signals: Signals;
  measures: Measures;
  places: Places;
  owners: Owners;
  pauses: Pauses;
  drains: Drains;
  /** Each server's part of the GPU time. */
  shares: Shares;
  optionChanges: OptionChanges;
  upkeep: Upkeep;
  /** Whatever keeps something of single people. */
  keepers: readonly Keeper[];
  chores: Chores;
  announcement: Announcement;
  troubles: Troubles;
  fetchAttachment(url: string, bounds: FetchBounds): Promise<Buffer>;
  /** The lists that `__name__` in a prompt stands for. */
  wildcards(): Promise<Wildcards>;
  /** A fuller prompt from a few words; undefined where there is no language model to ask. */
  writePrompt: ((words: string) => Promise<string>) | undefined;
  wordLists: WordLists;
  /** Notes on their way to audit channels, by server. */
  auditing: Backlog;
  /** Jobs that are being stored, a few at a time. */
  storing: Turnstile;
  /** Whether something may be logged again that could happen at every command. */
  seldom(key: string): boolean;
  /** Where Discord's CDN is: the first of the configured origins. */
  cdnOrigin: string;
};

/** Whatever a job can be asked for with. */
export type Asking =
  | APIApplicationCommandInteraction
  | APIMessageComponentInteraction
  | APIModalSubmitInteraction;

/** What is known of the webuis and of the host's settings when commands are offered. */
export type Offer = {
  catalogs: readonly Catalog[];
  /** There is a language model to ask. */
  writesPrompts: boolean;
};

/** A slash command, or an entry of the menu of messages or people: one file in `commands/`, named for it. */
export type Command = {
  /** Its name and type are always the same; options that nothing here can serve may be missing. */
  data(text: Text, offer: Offer): RESTPostAPIApplicationCommandsJSONBody;
  /** Its answer is a dialog, which Discord takes only as the first answer. */
  opensDialog?: true;
  /** Always, if not said. */
  isOffered?(offer: Offer): boolean;
  /** Each command takes the kind of interaction that its data asks for. */
  execute(
    interaction: APIApplicationCommandInteraction,
    answer: Answer,
    context: Context,
  ): Promise<void>;
  /** What can be chosen for the option that is typed, where the table of parameters does not say it. */
  complete?(
    interaction: APIApplicationCommandAutocompleteInteraction,
    context: Context,
  ): Promise<Choice[]>;
  /** Options that it completes itself although the table of parameters has them. */
  completes?: readonly string[];
};

/** A button, menu or dialog: one file in `bot/components/`, named for the first part of its custom id. */
export type Component = {
  /** Its answer is a dialog, which Discord takes only as the first answer: no slow one can be announced. */
  opensDialog?: true;
  /** Its answer is a change of the message that it stands on, so a slow one is not announced in a new message. */
  updates?: true;
  /** `id`: the job that it belongs to. A menu's chosen value stands in `args` in the place of its own. */
  press?(
    interaction: APIMessageComponentInteraction,
    pressed: CustomId,
    answer: Answer,
    context: Context,
  ): Promise<void>;
  submit?(
    interaction: APIModalSubmitInteraction,
    submitted: CustomId,
    answer: Answer,
    context: Context,
  ): Promise<void>;
};
