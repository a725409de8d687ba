import { admin } from "./fr/admin.ts";
import { buttons, choose, dialog, views } from "./fr/buttons.ts";
import { choices } from "./fr/choices.ts";
import { commands, menus } from "./fr/commands.ts";
import { doctor } from "./fr/doctor.ts";
import { running, waiting } from "./fr/drawing.ts";
import { failed, permissions } from "./fr/failed.ts";
import { limits } from "./fr/limits.ts";
import { history, info, inspect } from "./fr/lists.ts";
import { misfit } from "./fr/misfit.ts";
import { models } from "./fr/models.ts";
import { moderation } from "./fr/moderation.ts";
import { parameters } from "./fr/parameters.ts";
import { presets } from "./fr/presets.ts";
import { audit, queue } from "./fr/queue.ts";
import { bounds, refused } from "./fr/refused.ts";
import { remarks } from "./fr/remarks.ts";
import { details, mail, result, written } from "./fr/result.ts";
import { settings } from "./fr/settings.ts";
import { stats } from "./fr/stats.ts";
import type { Text } from "./en.ts";
import { kinds } from "./names.ts";

export const fr: Text = {
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
