import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitAnswer } from "../../src/webui/images.ts";

const base64 = fc
  .uint8Array({ maxLength: 60 })
  .map((bytes) => Buffer.from(bytes).toString("base64"));
const blanks = fc.constantFrom("", " ", "\n  ", "\r\n\t");

describe("taking an answer apart without parsing its images", () => {
  it("finds what JSON.parse finds, whatever blanks and other fields there are", () => {
    fc.assert(
      fc.property(fc.array(base64), blanks, fc.jsonValue(), (images, blank, info) => {
        const list = images.map((image) => `${blank}"${image}"${blank}`).join(",");
        const text = `{${blank}"images"${blank}:${blank}[${list}${blank}],"info":${JSON.stringify(info)}}`;
        const split = splitAnswer(Buffer.from(text));
        expect(split?.images.map(String)).toEqual(images);
        expect(JSON.parse(split?.rest ?? "")).toEqual({
          ...(JSON.parse(text) as object),
          images: [],
        });
      }),
    );
  });

  it("leaves answers of another shape to JSON.parse", () => {
    for (const text of [
      '{"info":"","images":["QUJD"]}',
      '{"images":["QUJD\\/"]}',
      '{"images":["QUJD"',
      '{"images":["QUJD",]}',
      '{"images":[1]}',
      '{"images":null}',
      "<html>",
      "",
    ]) {
      expect(splitAnswer(Buffer.from(text))).toBeUndefined();
    }
  });

  it("never throws on bytes of any kind", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        splitAnswer(Buffer.concat([Buffer.from('{"images":['), bytes]));
      }),
    );
  });
});
