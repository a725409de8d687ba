import { admin } from "./ru/admin.ts";
import { buttons, choose, dialog, views } from "./ru/buttons.ts";
import { choices } from "./ru/choices.ts";
import { commands, menus } from "./ru/commands.ts";
import { doctor } from "./ru/doctor.ts";
import { running, waiting } from "./ru/drawing.ts";
import { failed, permissions } from "./ru/failed.ts";
import { limits } from "./ru/limits.ts";
import { history, info, inspect } from "./ru/lists.ts";
import { misfit } from "./ru/misfit.ts";
import { models } from "./ru/models.ts";
import { moderation } from "./ru/moderation.ts";
import { parameters } from "./ru/parameters.ts";
import { presets } from "./ru/presets.ts";
import { audit, queue } from "./ru/queue.ts";
import { bounds, refused } from "./ru/refused.ts";
import { remarks } from "./ru/remarks.ts";
import { details, mail, result, written } from "./ru/result.ts";
import { settings } from "./ru/settings.ts";
import { stats } from "./ru/stats.ts";
import type { Text } from "./en.ts";
import { kinds } from "./names.ts";

export const ru: Text = {
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
