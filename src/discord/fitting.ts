import { maxText, maxTextBytes } from "./message.ts";

/** As many whole lines as there is room for beside what frames them. */
export function fitting(lines: readonly string[], frame: readonly string[]): string[] {
  const around = frame.join("\n");
  let [length, bytes] = [around.length, Buffer.byteLength(around)];
  return lines.filter((line) => {
    length += line.length + 1;
    bytes += Buffer.byteLength(line) + 1;
    return length <= maxText && bytes <= maxTextBytes;
  });
}
