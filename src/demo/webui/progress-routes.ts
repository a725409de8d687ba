import { encodePicture, encodePixels } from "./encode.ts";
import type { Fields } from "./validate.ts";
import { validate } from "./validate.ts";
import { fraction, updatePreview } from "./progress.ts";
import type { Handler, Route, World } from "./types.ts";

const outerProgress: Handler = async (call, world) => {
  const { progress, settings, profile } = world;
  const { state } = progress;
  const shown = profile.sdnext ? withoutStopping(state) : state;
  const more = profile.sdnext ? { id: progress.currentTask ?? "" } : {};
  if (state.job_count === 0) {
    const json = {
      ...more,
      progress: 0,
      eta_relative: 0,
      state: { ...shown },
      current_image: null,
    };
    return { status: 200, json: { ...json, textinfo: progress.textinfo } };
  }
  const done = 0.01 + fraction(progress);
  const elapsed = progress.elapsedSeconds();
  updatePreview(progress, settings);
  const picture = progress.preview.picture;
  const isWanted = !["true", "1", "on", "yes", "t", "y"].includes(
    (call.query.get("skip_current_image") ?? "").toLowerCase(),
  );
  const encoded = picture && isWanted ? await encodePicture(world, picture, undefined) : undefined;
  return {
    status: 200,
    json: {
      ...more,
      progress: Math.min(done, 1),
      eta_relative: elapsed / done - elapsed,
      state: { ...shown },
      current_image: encoded?.toString("base64") ?? null,
      textinfo: progress.textinfo,
    },
  };
};

function withoutStopping(state: World["progress"]["state"]) {
  return Object.fromEntries(
    Object.entries(state).filter(([name]) => name !== "stopping_generation"),
  );
}

const progressFields: Fields = {
  id_task: { type: "str" },
  id_live_preview: { type: "int", default: -1 },
  live_preview: { type: "bool", default: true },
};

const taskProgress: Handler = async (call, world) => {
  const { progress, settings, profile } = world;
  const request = validate(call.body, progressFields, profile.pydantic);
  const id = request["id_task"];
  const active = id !== null && id === progress.currentTask;
  const place = progress.pending.indexOf(String(id));
  const base = { active, queued: place >= 0, completed: progress.finished.includes(String(id)) };
  if (!active) {
    const textinfo =
      place >= 0 ? `In queue: ${place + 1}/${progress.pending.length}` : "Waiting...";
    const rest = { progress: null, eta: null, live_preview: null, id_live_preview: -1, textinfo };
    return { status: 200, json: { ...base, ...extraFields(world), ...rest } };
  }
  const done = Math.min(1, fraction(progress));
  const elapsed = progress.elapsedSeconds();
  let preview: string | null = null;
  let previewId = request["id_live_preview"];
  if (settings["live_previews_enable"] === true && request["live_preview"] === true) {
    updatePreview(progress, settings);
    const { id: current, picture } = progress.preview;
    if (picture && current !== previewId) {
      const format = String(settings["live_previews_image_format"]);
      const bytes = await encodePixels(picture, format, undefined);
      preview = `data:image/${format};base64,${bytes.toString("base64")}`;
      previewId = current;
    }
  }
  return {
    status: 200,
    json: {
      ...base,
      ...extraFields(world),
      progress: done,
      eta: done > 0 ? elapsed / done - elapsed : null,
      live_preview: preview,
      id_live_preview: previewId,
      textinfo: progress.textinfo,
    },
  };
};

function extraFields({ profile, progress: { state } }: World) {
  if (!profile.sdnext) return {};
  const { sampling_step: step, sampling_steps: steps, job_no, job_count } = state;
  return {
    job: state.job,
    paused: false,
    debug: false,
    step,
    steps,
    batch_no: job_no,
    batch_count: job_count,
  };
}

const pendingTasks: Handler = (_, { progress }) => ({
  status: 200,
  json: { size: progress.pending.length, tasks: progress.pending },
});

const interrupt: Handler = (_, { progress, profile, counts }) => {
  progress.state.interrupted = true;
  counts.interrupts += 1;
  return profile.sdnext ? { status: 204 } : { status: 200, json: {} };
};

const skip: Handler = (_, { progress, profile, counts }) => {
  progress.state.skipped = true;
  counts.skips += 1;
  return profile.sdnext ? { status: 204 } : { status: 200, json: null };
};

export const progressRoutes: Route[] = [
  { method: "GET", path: "/sdapi/v1/progress", handle: outerProgress },
  { method: "POST", path: "/sdapi/v1/interrupt", handle: interrupt },
  { method: "POST", path: "/sdapi/v1/skip", handle: skip },
];

export const taskRoutes: Route[] = [
  { method: "POST", path: "/internal/progress", handle: taskProgress, body: true, open: true },
  { method: "GET", path: "/internal/pending-tasks", handle: pendingTasks, open: true },
];
