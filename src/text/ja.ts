import { admin } from "./ja/admin.ts";
import { buttons, choose, dialog, views } from "./ja/buttons.ts";
import { choices } from "./ja/choices.ts";
import { commands, menus } from "./ja/commands.ts";
import { doctor } from "./ja/doctor.ts";
import { running, waiting } from "./ja/drawing.ts";
import { failed, permissions } from "./ja/failed.ts";
import { limits } from "./ja/limits.ts";
import { history, info, inspect } from "./ja/lists.ts";
import { misfit } from "./ja/misfit.ts";
import { models } from "./ja/models.ts";
import { moderation } from "./ja/moderation.ts";
import { parameters } from "./ja/parameters.ts";
import { presets } from "./ja/presets.ts";
import { audit, queue } from "./ja/queue.ts";
import { bounds, refused } from "./ja/refused.ts";
import { remarks } from "./ja/remarks.ts";
import { details, mail, result, written } from "./ja/result.ts";
import { settings } from "./ja/settings.ts";
import { stats } from "./ja/stats.ts";
import type { Text } from "./en.ts";
import { kinds } from "./names.ts";

export const ja: Text = {
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
