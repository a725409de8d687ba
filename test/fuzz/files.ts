import { deflateSync } from "node:zlib";
import { pngFile } from "../harness/pictures.ts";

/** Files as members attach them: a true one, and ones that only look like it. */
export async function makeFiles(): Promise<Record<string, Buffer>> {
  const infotext = "a mill\nNegative prompt: fog\nSteps: 9, Sampler: Euler a, Seed: 7, Size: 64x64";
  const { bytes: good } = await pngFile({ width: 16, height: 16, infotext });
  const { bytes: plain } = await pngFile({ width: 16, height: 16 });
  const attack = `${"(".repeat(5_000)} @everyone\u202e\nSteps: 1e999, Size: 99999x99999, Seed: {}, a: "`;
  const { bytes: words } = await pngFile({ width: 16, height: 16, infotext: attack });
  return {
    "good.png": good,
    "plain.png": plain,
    "words.png": words,
    "cut.png": good.subarray(0, good.length / 2),
    "huge.png": withSides(plain, 60_000),
    "page.png": Buffer.from("<html><script>alert(1)</script></html>"),
    "vector.png": Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    "both.png": Buffer.concat([plain, Buffer.from("PK\u0003\u0004<script>alert(1)</script>")]),
    "empty.png": Buffer.alloc(0),
    "noise.png": Buffer.concat([plain.subarray(0, 40), deflateSync(Buffer.alloc(500_000))]),
  };
}

/** The same picture with a header that says much more. */
function withSides(png: Buffer, side: number): Buffer {
  const copy = Buffer.from(png);
  copy.writeUInt32BE(side, 16);
  copy.writeUInt32BE(side, 20);
  return copy;
}
