import sharp from "sharp";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutPictures } from "../../src/webui/shown-body.ts";
import { a1111, answerOf, createSink, never, png, requestOf, useWebuis } from "./server.ts";

const noisy = (width: number) => {
  const rgb = Buffer.from(Array.from({ length: width * width * 3 }, (_, i) => (i * 7919) % 251));
  return sharp(rgb, { raw: { width, height: width, channels: 3 } });
};
const base64 = (bytes: Buffer) => bytes.toString("base64");

describe("a body as people may read it", () => {
  it.each([
    ["png", "PNG"],
    ["jpeg", "JPEG"],
    ["webp", "WEBP"],
    ["gif", "GIF"],
    ["avif", "AVIF"],
  ] as const)("has a note in place of a picture: %s", async (format, name) => {
    const bytes = await noisy(32).toFormat(format).toBuffer();
    const note = new RegExp(`^<${name}, \\d+(?:\\.\\d)? k?B>$`);
    for (const text of [base64(bytes), `data:image/${format};base64,${base64(bytes)}`]) {
      expect(withoutPictures(text)).toMatch(note);
    }
  });

  it("says how large each is, wherever it stands", () => {
    const head = Buffer.from(png(), "base64");
    const of = (bytes: number) => base64(Buffer.concat([head, Buffer.alloc(bytes - head.length)]));
    const body = {
      prompt: "a castle",
      init_images: [of(1_234_567)],
      mask: of(12_345),
      alwayson_scripts: { controlnet: { args: [{ image: of(999), weight: 0.5 }] } },
      tiling: false,
      steps: 20,
    };
    expect(withoutPictures(body)).toEqual({
      prompt: "a castle",
      init_images: ["<PNG, 1.2 MB>"],
      mask: "<PNG, 12.3 kB>",
      alwayson_scripts: { controlnet: { args: [{ image: "<PNG, 999 B>", weight: 0.5 }] } },
      tiling: false,
      steps: 20,
    });
  });

  it("stays as it is where there is no picture, whatever it holds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(withoutPictures(value)).toEqual(value);
      }),
    );
    for (const text of ["iVBORw0KGgo is how a PNG begins", "a".repeat(500), ""]) {
      expect(withoutPictures(text)).toBe(text);
    }
  });
});

describe("a request that goes to the webui", () => {
  const { serve, backendAt } = useWebuis();

  it("is told as it goes, each part of it, pictures apart", async () => {
    const server = await serve({ ...a1111, "POST /sdapi/v1/img2img": () => answerOf([png()]) });
    const bytes = Buffer.from(png(64, 64), "base64");
    const image = { hash: "h", width: 64, height: 64 };
    const told: [number, string, string][] = [];
    await backendAt(server.url).generate(requestOf({ image, count: 2 }), {
      signal: never,
      answers: createSink().answers,
      pictures: new Map([[image.hash, bytes]]),
      onRequest: (...each) => void told.push(each),
    });
    const sent = server.requests.filter(({ path }) => path.endsWith("img2img"));
    expect(told.map(([part, route]) => [part, route])).toEqual([[0, "/sdapi/v1/img2img"]]);
    const body: unknown = JSON.parse(sent[0]?.body ?? "");
    expect(JSON.parse(told[0]?.[2] ?? "")).toEqual({
      ...Object(body),
      init_images: [`<PNG, ${bytes.length} B>`],
    });
  });

  it("is told once a part where it takes several, and not for what was stored before", async () => {
    // KoboldCpp tells no progress, and makes one picture a request.
    const { "GET /sdapi/v1/progress": _, ...silent } = a1111;
    const server = await serve({ ...silent, "POST /sdapi/v1/txt2img": () => answerOf([png()]) });
    const parts: number[] = [];
    await backendAt(server.url).generate(requestOf({ count: 3 }), {
      signal: never,
      answers: createSink([answerOf([png()])]).answers,
      onRequest: (part) => void parts.push(part),
    });
    expect(parts).toEqual([1, 2]);
  });
});
