import type * as english from "../en/setting-names.ts";

export const settingNames: typeof english.settingNames = {
  max_waiting: {
    label: "同時任務數",
    about: "一名成員最多有幾個任務等待或繪製；0 為不限",
  },
  max_count: { label: "每個任務的張數", about: "一個任務最多畫幾張圖片；0 為不限" },
  max_steps: { label: "步數上限", about: "最多幾個取樣步數；0 為不限" },
  max_pixels: {
    label: "像素上限",
    about: "完成的圖片最多幾個像素，含高解析度修復；0 為不限",
  },
  max_upscale: {
    label: "放大倍率上限",
    about: "圖片最多可以放大成幾倍；0 為不限",
  },
  max_per_hour: {
    label: "每小時任務數",
    about: "一名成員每小時最多送出幾個任務；0 為不限",
  },
  gpu_seconds_per_day: {
    label: "每日 GPU 秒數",
    about: "一名成員每天可以用 GPU 畫幾秒；0 為不限",
  },
  cooldown_seconds: {
    label: "任務間隔",
    about: "一名成員隔幾秒才能送出下一個任務；0 為不限",
  },
  gpu_share: {
    label: "GPU 時間比重",
    about: "兩人同時等待時，比重 2 的人分到的 GPU 時間是比重 1 的兩倍；0.1 到 10",
  },
  blocked_commands: {
    label: "停用的指令",
    about: "不能使用的指令，用半形逗號分隔",
  },
  banned_words: {
    label: "禁用詞",
    about: "含有這些詞的提示詞會被拒絕；用半形逗號分隔，/.../ 是正規表示式",
  },
  banned_words_sfw: {
    label: "禁用詞（年齡限制頻道除外）",
    about: "除了年齡限制頻道，一律拒絕",
  },
  dropped_words: {
    label: "剔除詞",
    about: "不作聲地從提示詞拿掉；用半形逗號分隔，/.../ 是正規表示式",
  },
  always_negative: {
    label: "固定負面提示詞",
    about: "每個負面提示詞都會加上的詞",
  },
  allowed_models: {
    label: "可用的模型",
    about: "只能用這些模型來畫，用半形逗號分隔",
  },
  allowed_roles: {
    label: "可畫圖的身分組",
    about: "有這些身分組的成員才能畫圖",
  },
  banned_roles: { label: "禁止畫圖的身分組", about: "有這些身分組的成員不能畫圖" },
  banned_people: { label: "禁止畫圖的成員", about: "不能畫圖的成員" },
  forced_spoiler: { label: "強制防雷", about: "點擊之前先隱藏所有圖片" },
  spoiler_roles: {
    label: "防雷身分組",
    about: "有這些身分組的成員，圖片在點擊之前會隱藏",
  },
  review: {
    label: "審核",
    about: "檢查結果（維護者要有分類器）；有疑慮的會等版主處理",
  },
  live_preview: { label: "即時預覽", about: "畫到一半就先顯示圖片" },
  audit_channel: {
    label: "操作紀錄頻道",
    about: "在這裡記錄被拒絕的要求和版主的操作",
  },
  public_language: {
    label: "公開訊息的語言",
    about: "所有人都看得到的訊息使用的語言",
  },
};
