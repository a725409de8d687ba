/** What a webui writes beside a picture, taken apart (grammar: AUTOMATIC1111 `modules/infotext_utils.py`). */
export interface Infotext {
  prompt: string;
  negativePrompt?: string;
  /** In the order of the text. A key given twice has its last value. */
  parameters: Map<string, string>;
  /** The block `SDCPP: {…}` that stable-diffusion.cpp adds, as it stands; empty elsewhere. */
  rest: string;
}

const NEGATIVE = "Negative prompt:";
const BLOCK = "SDCPP";
/** A last line with fewer different keys is part of a prompt, which may well hold a colon. */
const LEAST_PAIRS = 3;
const ESCAPES: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** Reads any text, garbage included, in linear time. Blanks at the ends of lines are lost, as they are in the webui. */
export function readInfotext(text: string): Infotext {
  const lines = text
    .trim()
    .split("\n")
    .map((line) => line.trim());
  const { parameters, rest, found } = readPairs(lines.at(-1) ?? "");
  if (found) lines.pop();
  const first = lines.findIndex((line) => line.startsWith(NEGATIVE));
  const prompt = lines.slice(0, first < 0 ? lines.length : first).join("\n");
  const negative = first < 0 ? [] : lines.slice(first);
  const negativePrompt = negative
    .map((line) => (line.startsWith(NEGATIVE) ? line.slice(NEGATIVE.length).trim() : line))
    .join("\n")
    .trim();
  return {
    prompt: prompt.trim(),
    ...(negativePrompt && { negativePrompt }),
    parameters: found ? parameters : new Map(),
    rest: found ? rest : "",
  };
}

/**
 * The inverse of readInfotext. Two things the grammar cannot hold: fewer than three parameters (left out, since they would
 * come back as prompt) and a prompt with a line that starts with "Negative prompt:".
 */
export function toInfotext({ prompt, negativePrompt, parameters, rest }: Infotext): string {
  const lines = [prompt, ...(negativePrompt ? [`${NEGATIVE} ${negativePrompt}`] : [])];
  const pairs = [...parameters].map(([key, value]) => `${key}: ${toValue(value)}`);
  const last = [...pairs, ...(rest ? [rest] : [])].join(", ");
  if (readPairs(last).found) lines.push(last);
  else if (readPairs(lastLine(lines.join("\n"))).found) lines.push(NEGATIVE); // An empty one, so that no prompt is the last line.
  return lines.join("\n").trim();
}

/**
 * At most `length` UTF-16 units of an infotext: first without stable-diffusion.cpp's block, then with the prompts cut, so
 * that the parameters stay readable as long as they fit at all.
 */
export function cutInfotext(text: string, length: number): string {
  if (text.length <= length) return text;
  const infotext = { ...readInfotext(text), rest: "" };
  const { prompt, negativePrompt = "" } = infotext;
  const room = length - toInfotext({ ...infotext, prompt: "", negativePrompt: "" }).length;
  const spare = room - `\n${NEGATIVE} \n`.length;
  if (infotext.parameters.size < LEAST_PAIRS || spare < 0) return cut(text, length);
  const kept = Math.max(Math.floor(spare / 2), spare - prompt.length);
  const negative = cut(negativePrompt, kept);
  const short = { prompt: cut(prompt, spare - negative.length), negativePrompt: negative };
  return toInfotext({ ...infotext, ...short });
}

/**
 * Walks from colon to colon. Every character is looked at a bounded number of times, whatever the text. Other than in the
 * webui, a negative prompt is never taken for the parameters, weights like `(hat:1.2)` or not.
 */
function readPairs(line: string) {
  const parameters = new Map<string, string>();
  let rest = "";
  let from = 0;
  let broken = false;
  for (let colon = line.indexOf(":"); colon >= 0; colon = line.indexOf(":", from)) {
    const key = readKey(line.slice(from, colon));
    const start = skipBlanks(line, colon + 1);
    from = colon + 1;
    if (key === BLOCK && line[start] === "{") {
      rest = `${BLOCK}: ${line.slice(start)}`;
      break;
    }
    if (!key) continue;
    const quoted = quotedEnd(line, start);
    const json: number | undefined = broken ? undefined : jsonEnd(line, start);
    // One that never ends is looked through once, and no other after it.
    broken ||= json === -1;
    const comma = line.indexOf(",", start);
    const end = quoted ?? (json && json > 0 ? json : comma < 0 ? line.length : comma);
    const value = line.slice(start, end);
    parameters.set(key, quoted ? unquote(value) : value.trim());
    from = end + 1;
  }
  const enough = parameters.size + (rest ? 1 : 0) >= LEAST_PAIRS;
  return { parameters, rest, found: enough && !line.startsWith(NEGATIVE) };
}

/** The key at the end of a text: at least two of letters, digits, blank, `-` and `/`, the first a letter, digit or `_`. */
function readKey(text: string): string | undefined {
  const run = text.split(/[^\p{L}\p{N}_ \-/]/u).at(-1) ?? "";
  const key = run.replace(/^[ \-/]+/, "").trimEnd();
  return key.length >= 2 ? key : undefined;
}

/** Where the JSON string that starts here ends, if one does and a comma or the end of the line follows it. */
function quotedEnd(line: string, start: number): number | undefined {
  if (line[start] !== '"') return undefined;
  let at = start + 1;
  while (at < line.length && line[at] !== '"') at += line[at] === "\\" ? 2 : 1;
  return at < line.length && (at + 1 === line.length || line[at + 1] === ",") ? at + 1 : undefined;
}

/**
 * Where the bare JSON of objects ends that starts here, as Civitai writes it (`Civitai resources: [{"type":…}]`); -1 if
 * it never does, nothing if there is none.
 */
function jsonEnd(line: string, start: number): number | undefined {
  if (!/^(?:\{"|\{\}|\[\{|\[\])/.test(line.slice(start, start + 2))) return undefined;
  let depth = 0;
  for (let at = start; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === '"') {
      at += 1;
      while (at < line.length && line[at] !== '"') at += line[at] === "\\" ? 2 : 1;
    } else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

/** A JSON string's content. Unlike JSON.parse it neither throws at a wrong escape (which then stands) nor is slow at many. */
function unquote(text: string): string {
  const escape = /\\(?:u([\da-fA-F]{4})|(["\\/bfnrt]))/g;
  return text.slice(1, -1).replace(escape, (_, code?: string, letter = "") => {
    return code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[letter] ?? letter);
  });
}

function toValue(value: string): string {
  const plain = value !== "" && value === value.trim() && !/^["{]|[,:\n]/.test(value);
  return plain ? value : JSON.stringify(value);
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (at < line.length && line.charAt(at).trim() === "") at += 1;
  return at;
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1).trim();
}

/** Never half of a character from beyond the Basic Multilingual Plane. */
function cut(text: string, length: number): string {
  const short = text.slice(0, Math.max(0, length));
  return short.length < text.length ? short.replace(/[\uD800-\uDBFF]$/, "") : short;
}
