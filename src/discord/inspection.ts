import { type ParameterName, parameterNames } from "../generation/parameters.ts";
import type { Values } from "../generation/request.ts";
import type { Text } from "../text/en.ts";
import { namedButton, pictureMenu, row } from "./buttons.ts";
import { toCustomId } from "./custom-id.ts";
import { code, cut, cutBytes, plain } from "./markdown.ts";
import { textMessage } from "./message.ts";
import type { Outgoing } from "./outgoing.ts";
import { shownValue } from "./summary.ts";

/** What a picture says of how it was made. */
export type Inspected = {
  /** Who made it, by the name people know it under. */
  program: string;
  values: Values;
  /** What the table has no row for, or not within its bounds, in the words of the picture. */
  others: ReadonlyMap<string, string>;
};

/** Of the 4,000 characters of a message, and of the 9,500 bytes that are safe. */
const room = { prompt: 1600, negative: 700, values: 1000, others: 500 };
const bytesPerCharacter = 2.2;
/** One value among others. Characters. */
const maxValue = 120;

/** Shown in places of their own. */
const apart: readonly ParameterName[] = ["prompt", "negative_prompt", "width", "height"];

/**
 * How one picture was made, as fields, with what can be done about it. `picture` of `pictures`: which one of its
 * message this is, from 1 on.
 */
export function inspectionMessage(
  text: Text,
  id: string,
  inspected: Inspected | undefined,
  { picture, pictures }: { picture: number; pictures: number },
): Outgoing {
  const which = pictures > 1 ? [`-# ${text.inspect.picture(picture, pictures)}`] : [];
  const choose = { customId: toCustomId("inspect", id), placeholder: text.inspect.choose };
  const menu = pictures > 1 ? [pictureMenu(choose, pictures, text)] : [];
  if (inspected === undefined) return textMessage([text.inspect.nothing, ...which], menu);
  const again = inspected.values.prompt === undefined ? [] : [namedButton("repeat", text, id)];
  const buttons = row([...again, namedButton("remix", text, id)]);
  return textMessage([...fieldsOf(text, inspected), ...which], [buttons, ...menu]);
}

function fieldsOf(text: Text, { program, values, others }: Inspected): string[] {
  const { prompt, negative_prompt: negative, width, height } = values;
  const known = parameterNames
    .filter((name) => values[name] !== undefined && !apart.includes(name))
    .map((name) => ({
      label: text.parameters[name].label,
      value: shownValue(name, clipped(values[name]), text),
    }));
  const size =
    width === undefined || height === undefined
      ? []
      : [{ label: text.result.size, value: `${Number(width)}×${Number(height)}` }];
  const foreign = [...others].map(([key, value]) => ({
    label: plain(cut(key, maxValue)),
    value: code(cut(value, maxValue)),
  }));
  return [
    ...field(text.parameters.prompt.label, prompt, room.prompt),
    ...field(text.parameters.negative_prompt.label, negative, room.negative),
    ...fitting([...size, ...known], room.values),
    ...fitting(foreign, room.others),
    `-# ${text.inspect.madeWith(plain(program))}`,
  ];
}

function field(label: string, value: unknown, max: number): string[] {
  if (typeof value !== "string" || value === "") return [];
  return [`**${label}**`, cutBytes(cut(plain(value), max), max * bytesPerCharacter)];
}

/** As many whole lines as there is room for. */
function fitting(facts: readonly { label: string; value: string }[], max: number): string[] {
  const lines: string[] = [];
  let [length, bytes] = [0, 0];
  for (const { label, value } of facts) {
    const line = `**${label}:** ${value}`;
    length += line.length + 1;
    bytes += Buffer.byteLength(line) + 1;
    if (length > max || bytes > max * bytesPerCharacter) return [...lines, "…"];
    lines.push(line);
  }
  return lines;
}

function clipped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clipped);
  return typeof value === "string" ? cut(value, maxValue) : value;
}
