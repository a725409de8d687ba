import { admin } from "./pt-BR/admin.ts";
import { buttons, choose, dialog, views } from "./pt-BR/buttons.ts";
import { choices } from "./pt-BR/choices.ts";
import { commands, menus } from "./pt-BR/commands.ts";
import { doctor } from "./pt-BR/doctor.ts";
import { running, waiting } from "./pt-BR/drawing.ts";
import { failed, permissions } from "./pt-BR/failed.ts";
import { limits } from "./pt-BR/limits.ts";
import { history, info, inspect } from "./pt-BR/lists.ts";
import { misfit } from "./pt-BR/misfit.ts";
import { models } from "./pt-BR/models.ts";
import { moderation } from "./pt-BR/moderation.ts";
import { parameters } from "./pt-BR/parameters.ts";
import { presets } from "./pt-BR/presets.ts";
import { audit, queue } from "./pt-BR/queue.ts";
import { bounds, refused } from "./pt-BR/refused.ts";
import { remarks } from "./pt-BR/remarks.ts";
import { details, mail, result, written } from "./pt-BR/result.ts";
import { settings } from "./pt-BR/settings.ts";
import { stats } from "./pt-BR/stats.ts";
import type { Text } from "./en.ts";
import { kinds } from "./names.ts";

export const pt: Text = {
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
