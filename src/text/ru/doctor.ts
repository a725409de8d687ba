import type * as english from "../en/doctor.ts";
import { number } from "./format.ts";

export const doctor: typeof english.doctor = {
  fine: "в порядке",
  notSet: "не настроено",
  untried: "настроено; проверит `npm run doctor`",
  ping: (milliseconds) => `отвечает за ${number.format(milliseconds)} мс`,
  checks: {
    discord: "Discord",
    permissions: "Права в этом канале",
    redis: "Redis",
    persistence: "Redis сохраняет принятое и при сбое",
    webui: (name) => `Webui ${name}`,
    writer: "Языковая модель для /prompt",
    queue: "Очередь",
  },
  remedies: {
    persistence: "задайте appendonly yes и appendfsync always",
    webui: "запустите его с --api; подробнее скажет `npm run doctor`",
    drained: "выведен из работы владельцем; /admin webuis resume вернёт ему задания",
    noWebui: "запустите worker и webui с --api",
    permissions: (names) => `мне не хватает: ${names.join(", ")}; модератор может их выдать`,
    start: "запустите его и проверьте его адрес в WEBUI_URLS",
    restart: "перезапустите его и прочтите, что он пишет в своём окне",
    noWorker: "за ним не следит ни один worker: запустите его",
  },
};
