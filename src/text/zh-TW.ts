import { admin } from "./zh-TW/admin.ts";
import { buttons, choose, dialog, views } from "./zh-TW/buttons.ts";
import { choices } from "./zh-TW/choices.ts";
import { commands, menus } from "./zh-TW/commands.ts";
import { doctor } from "./zh-TW/doctor.ts";
import { running, waiting } from "./zh-TW/drawing.ts";
import { failed, permissions } from "./zh-TW/failed.ts";
import { limits } from "./zh-TW/limits.ts";
import { history, info, inspect } from "./zh-TW/lists.ts";
import { misfit } from "./zh-TW/misfit.ts";
import { models } from "./zh-TW/models.ts";
import { moderation } from "./zh-TW/moderation.ts";
import { parameters } from "./zh-TW/parameters.ts";
import { presets } from "./zh-TW/presets.ts";
import { audit, queue } from "./zh-TW/queue.ts";
import { bounds, refused } from "./zh-TW/refused.ts";
import { remarks } from "./zh-TW/remarks.ts";
import { details, mail, result, written } from "./zh-TW/result.ts";
import { settings } from "./zh-TW/settings.ts";
import { stats } from "./zh-TW/stats.ts";
import type { Text } from "./en.ts";
import { kinds } from "./names.ts";

export const zhTw: Text = {
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
