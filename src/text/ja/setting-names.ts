import type * as english from "../en/setting-names.ts";

export const settingNames: typeof english.settingNames = {
  max_waiting: {
    label: "同時リクエスト数",
    about: "メンバー一人が待機・生成中にできるリクエスト数。0で無制限",
  },
  max_count: {
    label: "リクエストあたりの枚数",
    about: "一つのリクエストで生成できる枚数の上限。0で無制限",
  },
  max_steps: { label: "ステップ数の上限", about: "サンプリングステップ数の上限。0で無制限" },
  max_pixels: {
    label: "ピクセル数の上限",
    about: "完成した画像のピクセル数の上限（hires fix込み）。0で無制限",
  },
  max_upscale: { label: "拡大率の上限", about: "画像を何倍まで拡大できるか。0で無制限" },
  max_per_hour: {
    label: "一時間のリクエスト数",
    about: "メンバー一人の一時間あたりのリクエスト数の上限。0で無制限",
  },
  gpu_seconds_per_day: {
    label: "一日のGPU秒数",
    about: "メンバー一人が一日にGPUを使える秒数。0で無制限",
  },
  cooldown_seconds: {
    label: "リクエストの間隔",
    about: "メンバーが次にリクエストできるまでの秒数。0で間隔なし",
  },
  gpu_share: {
    label: "GPU時間の配分",
    about: "待っている人のうち、2の人は1の人の倍のGPU時間を得ます。0.1～10",
  },
  blocked_commands: {
    label: "禁止コマンド",
    about: "使えなくするコマンド（カンマ区切り）",
  },
  banned_words: {
    label: "禁止ワード",
    about: "含むプロンプトを拒否する言葉（カンマ区切り、/.../ はパターン）",
  },
  banned_words_sfw: {
    label: "禁止ワード（年齢制限チャンネル以外）",
    about: "年齢制限チャンネル以外で拒否する言葉",
  },
  dropped_words: {
    label: "取り除くワード",
    about: "プロンプトから黙って取り除く言葉（カンマ区切り、/.../ はパターン）",
  },
  always_negative: {
    label: "常にネガティブ",
    about: "すべてのネガティブプロンプトに入れる言葉",
  },
  allowed_models: { label: "使えるモデル", about: "使用を許可するモデル（カンマ区切り）" },
  allowed_roles: {
    label: "許可ロール",
    about: "このロールのメンバーだけが生成できます",
  },
  banned_roles: { label: "禁止ロール", about: "このロールのメンバーは生成できません" },
  banned_people: { label: "禁止メンバー", about: "生成できないメンバー" },
  forced_spoiler: {
    label: "常にスポイラー",
    about: "すべての画像をクリックするまで隠す",
  },
  spoiler_roles: {
    label: "スポイラーロール",
    about: "このロールのメンバーの画像をクリックするまで隠す",
  },
  review: {
    label: "審査",
    about:
      "結果をチェックする（運営者の分類器がある場合）。検出されたものはモデレーターの確認待ちに",
  },
  live_preview: { label: "ライブプレビュー", about: "生成途中の画像を表示する" },
  audit_channel: {
    label: "ログチャンネル",
    about: "拒否とモデレーターの操作を記録するチャンネル",
  },
  public_language: { label: "公開メッセージの言語", about: "全員に見えるメッセージの言語" },
};
