import type { REST } from "@discordjs/rest";
import type { ReadAnswers } from "../generation/backend.ts";
import type { Checks } from "../generation/classify.ts";
import type { Log } from "../log.ts";
import type { Measures } from "../measures.ts";
import type { Producer } from "../queue/producer.ts";
import type { Answers } from "../store/answers.ts";
import type { Announcement } from "../store/announcement.ts";
import type { Awaited } from "../store/awaited.ts";
import type { Catalogs } from "../store/catalogs.ts";
import type { Chores } from "../store/chores.ts";
import type { Edits } from "../store/edits.ts";
import type { Held } from "../store/held.ts";
import type { History } from "../store/history.ts";
import type { Inputs } from "../store/inputs.ts";
import type { Line } from "../store/line.ts";
import type { Originals } from "../store/originals.ts";
import type { Pauses } from "../store/pauses.ts";
import type { GpuTime } from "../store/quotas.ts";
import type { Records } from "../store/records.ts";
import type { Schedule } from "../store/schedule.ts";
import type { Shunned } from "../store/shunned.ts";
import type { Signals } from "../store/signals.ts";
import type { Stats } from "../store/stats.ts";
import type { Troubles } from "../store/troubles.ts";
import type { DrawingJobs } from "./drawing.ts";
import type { Editor } from "./editor.ts";
import type { Lane } from "./lane.ts";
import type { Room } from "./room.ts";
import type { Scheduler } from "./scheduler.ts";

/** What the worker's handlers may use. */
export type WorkerContext = {
  rest: REST;
  log: Log;
  producer: Producer;
  records: Records;
  answers: Answers;
  awaited: Awaited;
  inputs: Inputs;
  line: Line;
  gpuTime: GpuTime;
  catalogs: Catalogs;
  history: History;
  stats: Stats;
  lanes: readonly Lane[];
  scheduler: Scheduler;
  schedule: Schedule;
  shunned: Shunned;
  signals: Signals;
  edits: Edits;
  originals: Originals;
  pauses: Pauses;
  chores: Chores;
  announcement: Announcement;
  troubles: Troubles;
  editor: Editor;
  drawing: DrawingJobs;
  /** For the answers that are being posted. */
  room: Room;
  readAnswers: ReadAnswers;
  saveDir: string | undefined;
  held: Held;
  /** Undefined where the host has no classifier. */
  checks: Checks | undefined;
  /** Whether something may be logged again that could happen with every result. */
  seldom(key: string): boolean;
  measures: Measures;
};
