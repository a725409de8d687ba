import type * as english from "../en/refused.ts";
import { either, megapixels, number } from "./format.ts";

export const bounds: typeof english.bounds = {
  between: (min, max) => `${number.format(min)}~${number.format(max)} 사이여야 해요`,
  wholeNumber: "정수여야 해요",
  ratio: "16:9처럼 콜론으로 나눈 두 수여야 해요",
  oneOf: (values) => `다음 중 하나여야 해요: ${either.format(values)}`,
  empty: "비워 둘 수 없어요",
  tooLong: (max) => `최대 ${number.format(max)}자까지예요`,
  tooMany: (max) => `최대 ${number.format(max)}개까지예요`,
};

export const refused: typeof english.refused = {
  outOfBounds: (label, value, why) => `${label}: \`${value}\` 값은 쓸 수 없어요. ${why}.`,
  notANumber: (label, value) => `${label}: \`${value}\` 값은 쓸 수 없어요. 숫자여야 해요.`,
  flagWithoutValue: (flag) => `${flag} 뒤에는 값이 필요해요.`,
  unknownName: (label, typed, nearest) =>
    nearest.length === 0
      ? `${label} \`${typed}\`: 여기에 없어요. 다른 것도 없어요.`
      : `${label} \`${typed}\`: 여기에 없어요. 혹시 ${either.format(nearest.map((name) => `\`${name}\``))}인가요?`,
  tooManyPixels: (width, height, max) =>
    `${number.format(width)} × ${number.format(height)}: 너무 커요. 이미지는 hires fix를 포함해 최대 ${megapixels.format(max / 1e6)}메가픽셀까지예요.`,
  ratioTooExtreme: (ratio) =>
    `가로세로 비율 \`${ratio}\`: 너무 극단적이에요. 1:16부터 16:1까지 가능해요.`,
  originalGone: "원본은 하루 동안만 보관되어 이제 없어요.",
  emptyMask: "마스크에 표시된 곳이 없어요. 흰색으로 칠하거나 이미지 사본에 덧칠하세요.",
  otherMaskShape: (width, height) =>
    `마스크의 가로세로 비율이 이미지와 달라요. ${number.format(width)} × ${number.format(height)} 픽셀이거나 같은 비율로 더 크거나 작아야 해요.`,
  maskAndExtend: "마스크와 확장은 함께 쓸 수 없어요. 확장은 마스크를 스스로 만들어요.",
  tooManyUnits: (most) => `컨트롤 이미지는 한 번에 최대 ${number.format(most)}장까지예요.`,
  noControl: "여기에는 ControlNet이 있는 WebUI가 없어요.",
  notDrawn: "글로 생성한 것이 아니어서 다시 생성할 수 없어요.",
  noPictureThere: "이 메시지에는 이미지가 없어요.",
  noPicture: "이미지가 필요해요.",
  cannotDo: {
    upscale: "여기에는 이미지를 확대할 수 있는 WebUI가 없어요.",
    caption: "여기에는 이미지를 설명할 수 있는 WebUI가 없어요.",
    tags: "여기에는 이미지의 태그를 찾을 수 있는 WebUI가 없어요.",
    progress: "여기에는 진행 상황을 알려 주는 WebUI가 없어요.",
    interrupt: "여기에는 중단할 수 있는 WebUI가 없어요.",
    skip: "여기에는 이미지를 건너뛸 수 있는 WebUI가 없어요.",
  },
  notAPicture: "제가 읽을 수 있는 이미지가 아니에요. PNG, JPEG, WebP, GIF, AVIF를 쓸 수 있어요.",
  brokenPicture: "이미지가 손상됐거나 온전하지 않아요.",
  fileTooLarge: (megabytes) => `파일이 너무 커요. 최대 ${number.format(megabytes)}MB까지예요.`,
  pictureTooLarge: (megapixels) =>
    `이미지의 픽셀이 너무 많아요. 최대 ${number.format(megapixels)}메가픽셀까지예요.`,
  foreignAddress: "Discord에 업로드된 파일만 가져올 수 있어요.",
  attachmentGone: "Discord에서 파일을 가져오지 못했어요. 다시 첨부해 주세요.",
  cannotPost: (missing) =>
    `여기에 이미지를 올릴 수 없어요. 저에게 필요한 권한: ${missing.join(", ")}.`,
  mayNotPost:
    "이 채널에 이미지를 올릴 권한(파일 첨부)이 없어서 여기서는 생성할 수 없어요. private 옵션을 쓰면 나에게만 보여요.",
  queueAway: "지금은 대기열을 쓸 수 없어서 아무것도 접수되지 않았어요. 잠시 후 다시 시도하세요.",
  notYours: (name) => `${name} 님의 것이에요.`,
  alreadyDrawn: "취소하기에는 늦었어요. 이미 생성됐어요.",
  noWriter: "지금은 언어 모델이 응답하지 않아요. 잠시 후 다시 시도하세요.",
  noWords: "프롬프트의 바탕이 될 말이 없어요.",
  moderatorsOnly: "여기서 메시지를 관리할 수 있는 멤버만 할 수 있어요.",
  noServer: "여기는 서버가 아니라서 내 통계만 있어요. “나만”을 고르세요.",
  managersOnly: "이 서버를 관리할 수 있는 멤버만 할 수 있어요.",
  ownersOnly: "이 봇의 소유자만 할 수 있어요.",
  alreadyEnded: "이미 끝났어요.",
  tooManyWords: (most) => `목록이 너무 길어요. 최대 ${number.format(most)}개까지예요.`,
  tooManyPatterns: (most) => `목록에 정규식이 너무 많아요. 최대 ${number.format(most)}개까지예요.`,
  wordTooLong: (most) => `목록에 너무 긴 항목이 있어요. 최대 ${number.format(most)}자까지예요.`,
  patternTooLong: (most) =>
    `목록에 너무 긴 정규식이 있어요. 최대 ${number.format(most)}자까지예요.`,
  badPattern: (pattern) =>
    `정규식 \`${pattern}\`: 쓸 수 없어요. RE2 정규식이어야 하고, 역참조와 전방·후방 탐색은 쓸 수 없어요.`,
  patternTooLarge: (pattern) => `정규식 \`${pattern}\`: 너무 커요. 반복을 줄이세요.`,
  patternFitsAll: (pattern) => `정규식 \`${pattern}\`: 어떤 글에나 들어맞아요.`,
  forgotten: "이것을 어떻게 생성했는지 더는 알 수 없어요.",
  sourceForgotten:
    "시작점이 된 이미지가 더는 없어요. 그 이미지를 첨부해서 명령어를 다시 써 주세요.",
};
