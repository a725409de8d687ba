import { admin } from "./zh-CN/admin.ts";
import { buttons, choose, dialog, views } from "./zh-CN/buttons.ts";
import { choices } from "./zh-CN/choices.ts";
import { commands, menus } from "./zh-CN/commands.ts";
import { doctor } from "./zh-CN/doctor.ts";
import { running, waiting } from "./zh-CN/drawing.ts";
import { failed, permissions } from "./zh-CN/failed.ts";
import { limits } from "./zh-CN/limits.ts";
import { history, info, inspect } from "./zh-CN/lists.ts";
import { misfit } from "./zh-CN/misfit.ts";
import { models } from "./zh-CN/models.ts";
import { moderation } from "./zh-CN/moderation.ts";
import { parameters } from "./zh-CN/parameters.ts";
import { presets } from "./zh-CN/presets.ts";
import { audit, queue } from "./zh-CN/queue.ts";
import { bounds, refused } from "./zh-CN/refused.ts";
import { remarks } from "./zh-CN/remarks.ts";
import { details, mail, result, written } from "./zh-CN/result.ts";
import { settings } from "./zh-CN/settings.ts";
import { stats } from "./zh-CN/stats.ts";
import type { Text } from "./en.ts";
import { kinds } from "./names.ts";

export const zhCn: Text = {
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
