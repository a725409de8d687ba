import { admin } from "./en/admin.ts";
import { buttons, choose, dialog, views } from "./en/buttons.ts";
import { choices } from "./en/choices.ts";
import { commands, menus } from "./en/commands.ts";
import { doctor } from "./en/doctor.ts";
import { running, waiting } from "./en/drawing.ts";
import { failed, permissions } from "./en/failed.ts";
import { limits } from "./en/limits.ts";
import { history, info, inspect } from "./en/lists.ts";
import { misfit } from "./en/misfit.ts";
import { models } from "./en/models.ts";
import { moderation } from "./en/moderation.ts";
import { parameters } from "./en/parameters.ts";
import { presets } from "./en/presets.ts";
import { audit, queue } from "./en/queue.ts";
import { bounds, refused } from "./en/refused.ts";
import { remarks } from "./en/remarks.ts";
import { details, mail, result, written } from "./en/result.ts";
import { settings } from "./en/settings.ts";
import { stats } from "./en/stats.ts";
import { kinds } from "./names.ts";

/**
 * Every word a person reads in Discord, in English. Its type is the type of every other language.
 * Numbers come as numbers and are written by `Intl`; names come as they are, already safe to show.
 */
export const en = {
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

export type Text = typeof en;
