import { admin } from "./ko/admin.ts";
import { buttons, choose, dialog, views } from "./ko/buttons.ts";
import { choices } from "./ko/choices.ts";
import { commands, menus } from "./ko/commands.ts";
import { doctor } from "./ko/doctor.ts";
import { running, waiting } from "./ko/drawing.ts";
import { failed, permissions } from "./ko/failed.ts";
import { limits } from "./ko/limits.ts";
import { history, info, inspect } from "./ko/lists.ts";
import { misfit } from "./ko/misfit.ts";
import { models } from "./ko/models.ts";
import { moderation } from "./ko/moderation.ts";
import { parameters } from "./ko/parameters.ts";
import { presets } from "./ko/presets.ts";
import { audit, queue } from "./ko/queue.ts";
import { bounds, refused } from "./ko/refused.ts";
import { remarks } from "./ko/remarks.ts";
import { details, mail, result, written } from "./ko/result.ts";
import { settings } from "./ko/settings.ts";
import { stats } from "./ko/stats.ts";
import type { Text } from "./en.ts";
import { kinds } from "./names.ts";

export const ko: Text = {
  admin,
  audit,
  bounds,
  buttons,
  choices,
  choose,
  commands,
  details,
  dialog,
  doctor,
  failed,
  history,
  info,
  inspect,
  kinds,
  limits,
  mail,
  menus,
  misfit,
  models,
  moderation,
  parameters,
  permissions,
  presets,
  queue,
  refused,
  remarks,
  result,
  running,
  settings,
  stats,
  views,
  waiting,
  written,
};
