import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";

/** One command as Redis carried it out, by its clock. Milliseconds since 1970. */
export type Command = { at: number; words: string[] };

const commandLine = /^\+([\d.]+) \[[^\]]*\] (.*)$/;
const word = /"((?:[^"\\]|\\.)*)"/g;

/** Listens to everything that a Redis carries out from now on, those of scripts too. */
export async function listenTo(socketPath: string) {
  const commands: Command[] = [];
  const socket = connect(socketPath);
  const lines = createInterface({ input: socket });
  socket.write("MONITOR\r\n");
  await once(lines, "line");
  lines.on("line", (line) => {
    const [, at = "", said = ""] = commandLine.exec(line) ?? [];
    const words = [...said.matchAll(word)].map(([, each = ""]) => plain(each));
    commands.push({ at: Number(at) * 1000, words });
  });
  return { commands, close: () => socket.destroy() };
}

/** Bytes are of no interest here. */
const plain = (escaped: string) => escaped.replace(/\\(["\\])/g, "$1");
