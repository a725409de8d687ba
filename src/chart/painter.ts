import { readFile } from "node:fs/promises";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Chart } from "./chart.ts";
import { toSvg } from "./svg.ts";

/** What it answers to each lot of charts. */
export type Painted = { pictures: Uint8Array[] } | { failure: string };

/** Pixels of the picture to one of the chart, for screens that have more of them. */
const scale = 2;

const prepare = async () => {
  const wasm = import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm");
  const font = import.meta.resolve("@expo-google-fonts/varela/Varela_400Regular.ttf");
  await initWasm(await readFile(new URL(wasm)));
  return readFile(new URL(font));
};
const prepared = prepare();

function paint(chart: Chart, font: Buffer): Uint8Array {
  const drawing = new Resvg(toSvg(chart), {
    font: { fontBuffers: [font], loadSystemFonts: false },
    fitTo: { mode: "zoom", value: scale },
  });
  const picture = drawing.render();
  const bytes = picture.asPng();
  // What WebAssembly holds nobody else lets go.
  picture.free();
  drawing.free();
  return bytes;
}

/** The process that `paint.ts` starts: charts come in, pictures go out, until it is ended or its parent is gone. */
process.on("message", (charts: Chart[]) => {
  void prepared
    .then((font): Painted => ({ pictures: charts.map((chart) => paint(chart, font)) }))
    .catch((error: unknown): Painted => ({ failure: String(error) }))
    .then((painted) => process.send?.(painted));
});
