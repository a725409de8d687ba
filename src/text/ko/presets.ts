import type * as english from "../en/presets.ts";
import { either, number } from "./format.ts";

export const presets: typeof english.presets = {
  command: {
    about: "파라미터를 이름으로 저장하고 그것으로 생성하기",
    save: "파라미터를 이름으로 저장하기: 입력한 것 또는 결과에 쓰인 것",
    list: "내 프리셋, 여기서 공유된 것, 서버의 것 보기",
    use: "프리셋으로 생성하기",
    delete: "프리셋 삭제하기",
    share: "내 프리셋을 이 서버의 모두가 쓸 수 있게 하기",
    name: "프리셋 이름",
    newName: "프리셋을 쓸 때 부를 이름",
    parameters: "예: --steps 30 --ar 16:9. 그 앞의 말은 모든 프롬프트에 더해짐 ({prompt})",
    from: "이 봇의 결과 링크나 ID. 지정하지 않으면 내 마지막 이미지",
    scope: "사용 대상: 나 또는 서버 전체",
    stop: "공유 그만하기",
  },

  scopes: { me: "나", server: "이 서버" },
  of: (name) => `${name} 님의 프리셋`,
  ofServer: "서버의 프리셋",

  title: "프리셋",
  groups: { own: "내 프리셋", shared: "여기서 공유됨", server: "서버의 프리셋" },
  nothing: "아직 프리셋이 없어요. `/preset save` 명령어나 📋 아래의 💾 버튼으로 만들 수 있어요.",
  line: (name, values) => `**${name}** · ${values}`,
  lineOf: (name, owner, values) => `**${name}** · ${owner} · ${values}`,
  sharedHere: (name, values) => `**${name}** · 여기서 공유됨 · ${values}`,

  dialog: { title: "프리셋으로 저장", name: "이름", scope: "사용 대상" },

  saved: (name) =>
    `${name} 프리셋을 저장했어요. \`/draw\` 명령어의 \`preset\` 옵션으로 쓸 수 있어요.`,
  replaced: (name) => `${name} 프리셋을 저장했어요. 같은 이름의 이전 프리셋을 대신해요.`,
  savedServer: (name) => `${name} 프리셋을 서버 전체를 위해 저장했어요.`,
  replacedServer: (name) =>
    `서버의 ${name} 프리셋을 저장했어요. 같은 이름의 이전 프리셋을 대신해요.`,
  deleted: (name) => `${name} 프리셋을 삭제했어요.`,
  deletedServer: (name) => `서버의 ${name} 프리셋을 삭제했어요.`,
  shared: (name) => `이제 이 서버의 모두가 ${name} 프리셋으로 생성할 수 있어요.`,
  unshared: (name) => `${name} 프리셋은 이제 여기서 공유되지 않아요.`,
  unsharedOf: (name, owner) => `${owner} 님의 ${name} 프리셋은 이제 여기서 공유되지 않아요.`,

  refused: {
    unknown: (typed, nearest) =>
      nearest.length === 0
        ? `여기에 ${typed} 프리셋은 없어요. 다른 프리셋도 없어요.`
        : `여기에 ${typed} 프리셋은 없어요. 혹시 ${either.format(nearest)}인가요?`,
    notOwn: (typed) => `내 프리셋 중에 ${typed} 프리셋은 없어요.`,
    noName: "프리셋에는 눈에 보이는 이름이 필요해요.",
    longName: (most) => `프리셋 이름은 최대 ${number.format(most)}자까지예요.`,
    badName: "프리셋 이름에는 플래그, 멘션, 보이지 않는 문자를 쓸 수 없어요.",
    empty: "저장할 것이 없어요. 지정된 파라미터가 없어요.",
    tooLong: "프리셋 하나에 담기에는 너무 많아요. 말을 줄여 주세요.",
    nested: "프리셋에는 다른 프리셋을 담을 수 없어요.",
    full: (most) => `프리셋이 이미 ${number.format(most)}개 있어요. 먼저 하나를 삭제하세요.`,
    takenBy: (name, owner) =>
      `${owner} 님이 여기서 ${name} 프리셋을 공유하고 있어요. 다른 이름을 골라 주세요.`,
    takenByServer: (name) =>
      `서버에 이미 ${name} 프리셋이 있어요. 먼저 내 프리셋을 다른 이름으로 저장하세요.`,
    notYours: (name, owner) => `${name} 프리셋은 ${owner} 님의 것이에요.`,
    noServer: "여기는 서버가 아니라서 내 프리셋만 있어요.",
    noLastPicture:
      "저장할 내 이미지가 없어요. `parameters` 옵션에 `--steps 30 --ar 16:9`처럼 입력하세요.",
    noResult:
      "거기서 제 결과를 찾지 못했어요. 제가 읽을 수 있는 이 채널에 있거나 내가 요청한 결과여야 해요.",
  },
};
