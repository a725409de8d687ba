import type * as english from "../en/limits.ts";
import { all, number } from "./format.ts";

const seconds = (amount: number) => `${number.format(Math.ceil(amount))}초`;
const at = (ms: number) => `<t:${Math.ceil(ms / 1000)}:R>`;
const more = (reserved: number) =>
  reserved > 0 ? ` 대기 중인 작업에 약 ${seconds(reserved)}가 더 필요해요.` : "";

export const limits: typeof english.limits = {
  over: {
    count: (asked, most) =>
      `한 번에 이미지 ${number.format(asked)}장을 요청했어요. 여기서 내 한도는 ${number.format(most)}장이에요.`,
    steps: (asked, most) =>
      `스텝 ${number.format(asked)}회를 요청했어요. 여기서 내 한도는 ${number.format(most)}회예요.`,
    scale: (asked, most) =>
      `이미지를 ${number.format(asked)}배로 확대해 달라고 요청했어요. 여기서 내 한도는 ${number.format(most)}배예요.`,
    pixels: (width, height, most) =>
      `이미지가 ${number.format(width)} × ${number.format(height)} = ${number.format(width * height)}픽셀이 돼요. 여기서 내 한도는 hires fix를 포함해 ${number.format(most)}픽셀이에요.`,
  },
  refused: {
    waiting: (used, most) =>
      `대기 중이거나 생성 중인 작업이 여기에 최대 ${number.format(most)}개 중 ${number.format(used)}개 있어요. 하나가 끝나거나 취소되면 다시 자리가 나요.`,
    hour: (used, most, freeAt) =>
      `여기서 시간당 최대 ${number.format(most)}개 중 ${number.format(used)}개의 작업을 요청했어요. 다음 작업을 요청할 수 있는 때: ${at(freeAt)}.`,
    cooldown: (pause, freeAt) =>
      `여기서는 작업 사이에 ${seconds(pause)} 쉬어야 해요. 끝나는 때: ${at(freeAt)}.`,
    gpu: (used, reserved, most, freeAt) =>
      `오늘 GPU 시간을 최대 ${seconds(most)} 중 ${seconds(used)} 썼어요.${more(reserved)} 다시 쓸 수 있는 때: ${at(freeAt)}.`,
    gpuTooMuch: (own, used, reserved, most, freeAt) =>
      `이 작업에는 약 ${seconds(own)}가 걸려요. 오늘 GPU 시간을 최대 ${seconds(most)} 중 ${seconds(used)} 썼어요.${more(reserved)} 다시 쓸 수 있는 때: ${at(freeAt)}.`,
    command: (name) => `${name} 명령어는 여기서 쓸 수 없게 되어 있어요.`,
    roles: (roles) => `여기서는 정해진 역할이 있는 멤버만 생성할 수 있어요: ${all.format(roles)}.`,
  },
  info: {
    title: "여기서 내 한도",
    none: "없음",
    waiting: (used, most) =>
      `대기 중이거나 생성 중인 작업: ${number.format(used)} / ${number.format(most)}`,
    count: (most) => `한 번에 생성할 이미지: ${number.format(most)}장`,
    steps: (most) => `스텝: ${number.format(most)}회`,
    pixels: (most) => `이미지의 픽셀 수(hires fix 포함): ${number.format(most)}`,
    scale: (most) => `확대: ${number.format(most)}배`,
    hour: (used, most, freeAt) =>
      `시간당 작업: ${number.format(used)} / ${number.format(most)}${freeAt === undefined ? "" : `, 다음 작업은 ${at(freeAt)}`}`,
    gpu: (used, reserved, most, freeAt) =>
      `오늘의 GPU 시간: ${seconds(used)} / ${seconds(most)}${reserved > 0 ? `, 대기 중인 작업에 약 ${seconds(reserved)} 더` : ""}. 모두 다시 쓸 수 있는 때: ${at(freeAt)}`,
    cooldown: (pause, freeAt) =>
      `작업 사이의 쉬는 시간: ${seconds(pause)}${freeAt === undefined ? "" : `, 다음 작업은 ${at(freeAt)}`}`,
    share: (share) => `내 GPU 시간의 몫: ${number.format(share)} (보통 1)`,
    commands: (names) => `쓸 수 없는 명령어: ${all.format(names)}`,
    roles: (roles) => `다음 역할이 있는 멤버만 생성 가능: ${all.format(roles)}`,
  },
};
