import type * as english from "../en/admin.ts";
import { number } from "./format.ts";

export const admin: typeof english.admin = {
  command: {
    about: "給這個機器人的擁有者使用",
    webuis: "所有 WebUI",
    state: "查看每個 WebUI 的狀態",
    drain: "讓一個 WebUI 不再接單；正在畫的會畫完",
    resume: "讓一個 WebUI 重新接單",
    add: "再加入一個 WebUI，馬上開始接單",
    url: "它的網址，例如 http://192.168.1.7:7860",
    remove: "讓一個 WebUI 不再接單並移除它，直到重新加入為止",
    refresh: "讓 WebUI 重新掃描資料夾，並讀取它們的清單",
    options: "查看或變更某個 WebUI 自己的設定，對所有使用它的人都有效",
    webui: "哪一個 WebUI",
    option: "它的哪一項設定",
    value: "新的值；留空則查看目前的值",
    share: "查看或變更多個伺服器同時等待時，某個伺服器能分到多少 GPU 時間",
    server: "哪一個伺服器（不填：所有另外設定過比重的伺服器）",
    shareValue: "比重加倍，GPU 時間就加倍：0.1 到 10，通常是 1；留空則查看",
    doctor: "看看哪些正常、哪些有問題",
    errors: "看看最近 24 小時出了哪些錯",
    announce: "對所有正在等待的人公告一件事",
    text: "公告內容；留空則結束公告",
    hours: "公告幾個小時（不填則為 24）",
    export: "把保存的某個人的所有資料匯出成檔案",
    erase: "清除某個人的所有資料",
    user: "哪一個人",
    settingsExport: "把保存的你的所有資料匯出成檔案",
    settingsErase: "清除保存的你的所有資料",
  },

  states: {
    up: "正常",
    resting: "休息中，可能還在忙",
    drained: "已停止接單",
    down: "離線",
    elsewhere: "正常",
  },
  troubles: {
    down: "連不上",
    hung: "沒有及時回應",
    broke: "畫到一半中斷了",
    busy: "太忙了",
    memory: "GPU 記憶體不足",
    denied: "拒絕所有人存取：請檢查它的 --api 和登入設定",
    nonsense: "回傳的內容裡沒有圖片",
  },
  webui: (place, name, kind, state, trouble) =>
    `**${place}.** ${name} · ${kind} · ${state}${trouble === undefined ? "" : `：${trouble}`}`,
  neverReached: (name) => `${name} · 已加入，還沒連上過`,
  facts: (models, loras) => `${number.format(models)} 個模型、${number.format(loras)} 個 LoRA`,
  ownModel: (model) => `它自己的模型：${model}`,
  drawing: "正在繪製",
  seen: (when) => `清單讀取於 ${when}`,
  noWebuis: "還沒有連上過任何 WebUI。",
  drained: (name) => `${name} 已停止接單：手上的畫完之後，就不再接新任務。`,
  resumed: (name) => `${name} 重新接單了。`,
  added: (name, facts) => `${name} 開始接單了：${facts}。`,
  addedAway: (name) => `已加入 ${name}。它目前沒有回應，一有回應就會開始接單。`,
  removed: (name) => `${name} 畫完手上的任務後就會移除。用 /admin webuis add 可以加回來。`,
  refreshed: (name) => `${name}：已掃描資料夾並讀取清單。`,
  option: (name, value) => `**${name}** 目前是 ${value}。`,
  changed: (name, before, after) =>
    `**${name}** 已從 ${before} 改成 ${after}，對所有使用這個 WebUI 的人都有效。`,
  unchanged: (name, value) => `WebUI 沒有採用：**${name}** 還是 ${value}。`,
  back: (value) => `改回 ${value}`,

  share: (server, share) =>
    `有多個伺服器在等待時，**${server}** 的 GPU 時間比重是 ${number.format(share)}（通常是 1）。`,
  sharesUsual: "每個伺服器的 GPU 時間比重都一樣。",

  queued: (running, waiting) =>
    `${number.format(running)} 個繪製中，${number.format(waiting)} 個等待中`,

  more: (count) => `還有 ${number.format(count)} 項`,

  errorsTitle: (count) => `最近 24 小時有 ${number.format(count)} 個錯誤`,
  noErrors: "最近 24 小時沒有出錯。",
  error: (kind, count, last) => `**${kind}** · ${number.format(count)} 次 · 最近一次 ${last}`,
  reference: (id) => `代碼 ${id}`,

  announced: (until) => `所有正在等待的人現在都會看到，直到 ${until}。`,
  silent: "公告已結束。",

  exported: "保存的這個人的所有資料都在檔案裡。已經發布的內容在 Discord 上。",
  exportTooLarge: "檔案太大，沒辦法傳到這裡。請聯絡這個機器人的維護者。",
  reallyErase: (name) =>
    `要清除 ${name} 的所有資料嗎？包括設定、預設集、圖片清單、每張圖的繪製方式和統計資料；等待中的任務會取消。已經發布的圖片會留在 Discord 上，圖片的按鈕之後只依圖片本身的資訊運作。`,
  erase: "全部清除",
  erased: (name, cancelled) =>
    `${name} 的所有資料都清除了。${cancelled === 0 ? "" : `取消了 ${number.format(cancelled)} 個任務。`}`,

  refused: {
    noWebui: (typed) => `沒有叫 \`${typed}\` 的 WebUI。`,
    noServer: (typed, nearest) =>
      nearest.length === 0
        ? `我不在叫 \`${typed}\` 的伺服器裡。`
        : `我不在叫 \`${typed}\` 的伺服器裡。你要找的是不是 ${nearest.map((name) => `\`${name}\``).join("、")}？`,
    severalServers: (typed, ids) =>
      `有好幾個伺服器都叫 \`${typed}\`：請用 ID 指定是哪一個，${ids.join("、")}。`,
    whichServer: "哪一個伺服器？填比重時請一併選擇伺服器。",
    notAnAddress: "這不是網址：必須以 http:// 或 https:// 開頭。",
    isThere: (name) => `${name} 已經在裡面了。`,
    noOptions: "這個 WebUI 沒有可以在這裡查看或變更的設定。",
    noOption: (typed, nearest) =>
      nearest.length === 0
        ? `那裡沒有 \`${typed}\` 這項設定。`
        : `那裡沒有 \`${typed}\` 這項設定。你要找的是不是 ${nearest.map((name) => `\`${name}\``).join("、")}？`,
    wrongType: (name, value) => `${name} 不能設成 \`${value}\`。`,
    noAnswer: "WebUI 沒有及時回應。它可能正忙著載入，請晚點再看看。",
    failed: (detail) => `WebUI 拒絕了${detail === "" ? "。" : `：${detail}`}`,
  },
};
