import { admin } from "./de/admin.ts";
import { buttons, choose, dialog, views } from "./de/buttons.ts";
import { choices } from "./de/choices.ts";
import { commands, menus } from "./de/commands.ts";
import { doctor } from "./de/doctor.ts";
import { running, waiting } from "./de/drawing.ts";
import { failed, permissions } from "./de/failed.ts";
import { limits } from "./de/limits.ts";
import { history, info, inspect } from "./de/lists.ts";
import { misfit } from "./de/misfit.ts";
import { models } from "./de/models.ts";
import { moderation } from "./de/moderation.ts";
import { parameters } from "./de/parameters.ts";
import { presets } from "./de/presets.ts";
import { audit, queue } from "./de/queue.ts";
import { bounds, refused } from "./de/refused.ts";
import { remarks } from "./de/remarks.ts";
import { details, mail, result, written } from "./de/result.ts";
import { settings } from "./de/settings.ts";
import { stats } from "./de/stats.ts";
import type { Text } from "./en.ts";
import { kinds } from "./names.ts";

export const de: Text = {
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
