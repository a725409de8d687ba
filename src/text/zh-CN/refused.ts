import type * as english from "../en/refused.ts";
import { either, megapixels, number } from "./format.ts";

export const bounds: typeof english.bounds = {
  between: (min, max) => `必须在 ${number.format(min)} 到 ${number.format(max)} 之间`,
  wholeNumber: "必须是整数",
  ratio: "必须是用英文冒号隔开的两个数字，例如 16:9",
  oneOf: (values) => `必须是 ${either.format(values)}`,
  empty: "不能为空",
  tooLong: (max) => `最多 ${number.format(max)} 个字符`,
  tooMany: (max) => `最多 ${number.format(max)} 项`,
};

export const refused: typeof english.refused = {
  outOfBounds: (label, value, why) => `${label} 不能为 \`${value}\`：${why}。`,
  notANumber: (label, value) => `${label} 不能为 \`${value}\`：必须是数字。`,
  flagWithoutValue: (flag) => `${flag} 后面需要一个值。`,
  unknownName: (label, typed, nearest) =>
    nearest.length === 0
      ? `${label} \`${typed}\` 在这里不存在，也没有其他可选的。`
      : `${label} \`${typed}\` 在这里不存在。你是不是想找 ${either.format(nearest.map((name) => `\`${name}\``))}？`,
  tooManyPixels: (width, height, max) =>
    `${number.format(width)} × ${number.format(height)} 太大了：一张图片最多 ${megapixels.format(max / 1e6)} 百万像素（含高清修复）。`,
  ratioTooExtreme: (ratio) => `宽高比 \`${ratio}\` 太极端了：只能在 1:16 到 16:1 之间。`,
  originalGone: "原图只保留一天，现在已经没有了。",
  emptyMask: "这个蒙版什么都没有标出：请涂成白色，或在图片的副本上涂抹。",
  otherMaskShape: (width, height) =>
    `这个蒙版的形状与图片不符：应为 ${number.format(width)} × ${number.format(height)} 像素，或按相同比例放大、缩小。`,
  maskAndExtend: "蒙版和扩展不能同时使用：扩展会自己生成蒙版。",
  tooManyUnits: (most) => `一次最多 ${number.format(most)} 张控制图。`,
  noControl: "这里没有 WebUI 支持 ControlNet。",
  notDrawn: "这不是用文字画出来的，所以无法重新绘制。",
  noPictureThere: "这条消息里没有图片。",
  noPicture: "这需要一张图片。",
  cannotDo: {
    upscale: "这里没有 WebUI 能放大图片。",
    caption: "这里没有 WebUI 能描述图片。",
    tags: "这里没有 WebUI 能识别图片标签。",
    progress: "这里没有 WebUI 会报告进度。",
    interrupt: "这里没有 WebUI 能中断绘制。",
    skip: "这里没有 WebUI 能跳过图片。",
  },
  notAPicture: "这个文件不是我能读取的图片。支持 PNG、JPEG、WebP、GIF 和 AVIF。",
  brokenPicture: "这张图片已损坏或不完整。",
  fileTooLarge: (megabytes) => `这个文件太大了：最大 ${number.format(megabytes)} MB。`,
  pictureTooLarge: (megapixels) =>
    `这张图片的像素太多了：最多 ${number.format(megapixels)} 百万像素。`,
  foreignAddress: "只能获取上传到 Discord 的文件。",
  attachmentGone: "无法从 Discord 获取这个文件。请重新上传。",
  cannotPost: (missing) => `我不能在这里发图片。我还需要这些权限：${missing.join("、")}。`,
  mayNotPost:
    "你不能在此频道发图片（缺少“添加附件”权限），所以不会在这里为你绘制。使用 private 时，只有你能看到结果。",
  queueAway: "队列暂时不可用，所以没有接受任何任务。请过一分钟再试。",
  notYours: (name) => `这属于 ${name}。`,
  alreadyDrawn: "来不及取消了：已经画好了。",
  noWriter: "现在没有可以写提示词的语言模型。请过一会儿再试。",
  noWords: "没有可以用来写提示词的文字。",
  moderatorsOnly: "只有能在这里管理消息的成员才能这样做。",
  noServer: "这里不是服务器，所以只有你自己的数据：请选择“只有我”。",
  managersOnly: "只有能管理此服务器的成员才能这样做。",
  ownersOnly: "只有此机器人的所有者才能这样做。",
  alreadyEnded: "这已经结束了。",
  tooManyWords: (most) => `列表太长了：最多 ${number.format(most)} 项。`,
  tooManyPatterns: (most) => `列表里的正则表达式太多了：最多 ${number.format(most)} 个。`,
  wordTooLong: (most) => `列表里有一项太长了：最多 ${number.format(most)} 个字符。`,
  patternTooLong: (most) => `列表里有一个正则表达式太长了：最多 ${number.format(most)} 个字符。`,
  badPattern: (pattern) =>
    `正则表达式 \`${pattern}\` 无法使用。它必须符合 RE2：不支持反向引用和前后断言。`,
  patternTooLarge: (pattern) => `正则表达式 \`${pattern}\` 太大了。请减少其中的重复次数。`,
  patternFitsAll: (pattern) => `正则表达式 \`${pattern}\` 会匹配任何文字。`,
  forgotten: "我已经不记得这是怎么画的了。",
  sourceForgotten: "它所用的原始图片已经不在了。请附上图片，重新使用该命令。",
};
