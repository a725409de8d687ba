import { admin } from "./es-ES/admin.ts";
import { buttons, choose, dialog, views } from "./es-ES/buttons.ts";
import { choices } from "./es-ES/choices.ts";
import { commands, menus } from "./es-ES/commands.ts";
import { doctor } from "./es-ES/doctor.ts";
import { running, waiting } from "./es-ES/drawing.ts";
import { failed, permissions } from "./es-ES/failed.ts";
import { limits } from "./es-ES/limits.ts";
import { history, info, inspect } from "./es-ES/lists.ts";
import { misfit } from "./es-ES/misfit.ts";
import { models } from "./es-ES/models.ts";
import { moderation } from "./es-ES/moderation.ts";
import { parameters } from "./es-ES/parameters.ts";
import { presets } from "./es-ES/presets.ts";
import { audit, queue } from "./es-ES/queue.ts";
import { bounds, refused } from "./es-ES/refused.ts";
import { remarks } from "./es-ES/remarks.ts";
import { details, mail, result, written } from "./es-ES/result.ts";
import { settings } from "./es-ES/settings.ts";
import { stats } from "./es-ES/stats.ts";
import type { Text } from "./en.ts";
import { kinds } from "./names.ts";

export const es: Text = {
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
