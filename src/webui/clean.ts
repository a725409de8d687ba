/** Longest text of a webui that is shown, in characters. */
export const maxDetail = 300;

/** Characters that are looked at: bounds the work. */
const maxRead = 4000;

const gone = "…";

/** Secrets shorter than this are removed as whole words only: `1` or `true` in a header would leave no sentence. */
const shortSecret = 6;

/** File endings up to which a path's last part may hold blanks. */
const endings =
  "safetensors|ckpt|pth?|gguf|sft|bin|onnx|vae|py|so|dll|json|ya?ml|txt|png|jpe?g|webp";
const inPath = String.raw`(?:[^\\/\n"'<>|:;,]|(?<=\p{L})'(?=\p{L}))`;
const lastPart = String.raw`(?:${inPath}{0,120}?\.(?:${endings})\b|(?:(?=\S)${inPath})*)`;

const patterns = {
  address: /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]*/giu,
  traceback: /Traceback \(most recent call last\):|^[ \t]*File ".*", line \d+.*(?:\n[ \t]+.*)*$/gmu,
  /** `/home/x`, `~/x`, `../x`, `C:\x`, `%HOME%\x`, `\\server\x`; folders may hold blanks. */
  absolute: new RegExp(
    String.raw`(?<![\p{L}\p{N}_.])(?:[A-Za-z]:|~[\w-]*|\.{1,2}|%\w+%|\$\{?\w+\}?)?[\\/](?=\S)(?:${inPath}*[\\/])*${lastPart}`,
    "giu",
  ),
  /** `models/Lora/x.pt`, `venv\x`: two slashes or one backslash. `sub/name.safetensors` is a model's title and stays. */
  relative: new RegExp(
    String.raw`[^\s\\/"'<>|:;,=()]+(?:\\+|/[^\s\\/"'<>|:;,]+[\\/])(?:${inPath}*[\\/])*${lastPart}`,
    "giu",
  ),
  credentials:
    /\b((?:token|secret|password|passwd|pwd|authorization|cookie|api[-_ ]?key)\b["']?\s*[:=]\s*)["']?(?:(?:bearer|basic)\s+)?[^\s"',;]+/giu,
  /** The header's value without its name; prose about a bearer has no digits. */
  scheme: /\b((?:bearer|basic)\s+)(?=[^\s"',;]*[\d+/=_])[^\s"',;]{4,}/giu,
  knownTokens: /\b(?:hf_|sk-|gh[pousr]_|xox[a-z]-|AKIA|eyJ)[\w.-]{8,}/gu,
  opaque: /[\w+/=-]{24,}/gu,
};

/**
 * A webui's own words, fit to be shown: one line, at most 300 characters, without control characters, stack traces,
 * addresses, paths, tokens, or any of `secrets`.
 */
export function cleanDetail(text: string, secrets: readonly string[]): string {
  const lines = plainText(beginningOf(text).replaceAll("\r\n", "\n"));
  const cleaned = withoutSecrets(lines.replace(patterns.traceback, "\n"), secrets)
    .replace(patterns.address, gone)
    .replace(patterns.knownTokens, gone)
    .replace(patterns.absolute, gone)
    .replace(patterns.relative, gone)
    .replace(patterns.credentials, `$1${gone}`)
    .replace(patterns.scheme, `$1${gone}`)
    .replace(patterns.opaque, (word) => (looksRandom(word) ? gone : word))
    .replace(/\s+/gu, " ")
    .replace(/(?:… ?)+…/gu, gone)
    .trim();
  return shortened(withoutSecrets(cleaned, secrets));
}

/** What is longer is an echo of a request. Cut between words, so that no secret's half is left. */
function beginningOf(text: string): string {
  return text.length <= maxRead ? text : text.slice(0, maxRead).replace(/\S*$/u, "");
}

/** Without control, format (bidi, zero width) and broken characters; line ends stay. */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cf}/gu, "")
    .replace(/[^\P{Cc}\n]|[\u2028\u2029]/gu, " ");
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  const spellings = secrets
    .flatMap((secret) => [plainText(secret), encodeURIComponent(secret.toWellFormed())])
    .filter((secret) => secret.trim() !== "")
    .sort((a, b) => b.length - a.length);
  return spellings.reduce((rest, secret) => rest.replace(toPattern(secret), gone), text);
}

function toPattern(secret: string): RegExp {
  const literal = RegExp.escape(secret);
  const word = String.raw`(?<![\p{L}\p{N}])${literal}(?![\p{L}\p{N}])`;
  return new RegExp(secret.length < shortSecret ? word : literal, "giu");
}

/** Random text changes between letters and digits all the time; a model's name does not. */
function looksRandom(word: string): boolean {
  return word.length >= 80 || (word.match(/\d(?=\p{L})|\p{L}(?=\d)/gu)?.length ?? 0) >= 6;
}

function shortened(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= maxDetail) return text;
  return `${characters.slice(0, maxDetail - 1).join("")}…`;
}
