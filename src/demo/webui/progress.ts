import type { Pixels } from "./png.ts";
import type { Json } from "./types.ts";

export interface Progress {
  state: {
    skipped: boolean;
    interrupted: boolean;
    stopping_generation: boolean;
    job: string;
    job_count: number;
    job_timestamp: string;
    job_no: number;
    sampling_step: number;
    sampling_steps: number;
  };
  textinfo: string | null;
  currentTask: string | undefined;
  pending: string[];
  finished: string[];
  preview: { id: number; picture: Pixels | undefined; step: number };
  /** Draws a preview of what runs now. */
  drawPreview: (() => Pixels) | undefined;
  begin: (job: string) => void;
  end: () => void;
  nextJob: () => void;
  startTask: (id: string) => void;
  finishTask: (id: string) => void;
  elapsedSeconds: () => number;
}

/** The one running job, whosever it is; nothing here belongs to a task but the task's name. */
export function createProgress(): Progress {
  let startedAt = 0;
  const progress: Progress = {
    state: {
      skipped: false,
      interrupted: false,
      stopping_generation: false,
      job: "",
      job_count: 0,
      job_timestamp: "0",
      job_no: 0,
      sampling_step: 0,
      sampling_steps: 0,
    },
    textinfo: null,
    currentTask: undefined,
    pending: [],
    finished: [],
    preview: { id: 0, picture: undefined, step: 0 },
    drawPreview: undefined,
    begin(job) {
      startedAt = performance.now();
      Object.assign(progress.state, {
        skipped: false,
        interrupted: false,
        stopping_generation: false,
        job,
        job_count: -1,
        job_no: 0,
        sampling_step: 0,
        job_timestamp: timestamp(),
      });
      progress.textinfo = null;
      progress.preview = { id: 0, picture: undefined, step: 0 };
      progress.drawPreview = undefined;
    },
    end() {
      progress.state.job = "";
      progress.state.job_count = 0;
      progress.drawPreview = undefined;
    },
    nextJob() {
      progress.state.job_no += 1;
      progress.state.sampling_step = 0;
      progress.preview.step = 0;
    },
    startTask(id) {
      progress.currentTask = id;
      progress.pending = progress.pending.filter((other) => other !== id);
    },
    finishTask(id) {
      if (progress.currentTask === id) progress.currentTask = undefined;
      progress.finished = [...progress.finished, id].slice(-16);
    },
    elapsedSeconds: () => (performance.now() - startedAt) / 1000,
  };
  return progress;
}

const two = (value: number) => String(value).padStart(2, "0");

function timestamp(now = new Date()): string {
  return (
    `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}` +
    `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
  );
}

/** Takes a new preview when the steps since the last one are enough. */
export function updatePreview(progress: Progress, settings: Json): void {
  const every = Number(settings["show_progress_every_n_steps"]);
  const { preview, state } = progress;
  if (settings["live_previews_enable"] !== true || every < 0 || !progress.drawPreview) return;
  if (state.sampling_step - preview.step < every) return;
  preview.picture = progress.drawPreview();
  preview.id += 1;
  preview.step = state.sampling_step;
}

/** How far the running job is, without the head start that the outer route adds. */
export function fraction({ state }: Progress): number {
  if (state.job_count <= 0) return 0;
  const steps = state.sampling_steps > 0 ? state.sampling_step / state.sampling_steps : 0;
  return (state.job_no + steps) / state.job_count;
}
