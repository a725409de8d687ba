import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanDetail } from "../../src/webui/clean.ts";

describe("a webui's words, cleaned", () => {
  it.each([
    [
      "stay as they are",
      "CUDA out of memory. Tried to allocate 2.00 GiB",
      "CUDA out of memory. Tried to allocate 2.00 GiB",
    ],
    [
      "keep fractions and alternatives",
      "steps: 1/2 and/or text/html (a / b)",
      "steps: 1/2 and/or text/html (a / b)",
    ],
    [
      "keep a model's title",
      "could not find sub/dream.safetensors [0123456789]",
      "could not find sub/dream.safetensors [0123456789]",
    ],
    [
      "keep a long name",
      "model 'realisticVisionV60B1_v51HyperVAE' not found",
      "model 'realisticVisionV60B1_v51HyperVAE' not found",
    ],
    ["keep other writing", "モデルが見つかりません", "モデルが見つかりません"],
    ["become one line", " a\r\n\tb\u2028c \n", "a b c"],
    ["lose control and bidi characters", "a\u0000b\u001b[31mc\u202ed\u200b", "a b [31mcd"],
    ["lose a Unix path", "No such file: /home/john/models/x.pt", "No such file: …"],
    [
      "lose a Unix path with blanks",
      "'/home/john doe/my models/a b.safetensors' is gone",
      "'…' is gone",
    ],
    ["lose a home path", "see ~/sd/config.json now", "see … now"],
    [
      "lose a Windows path",
      "cannot open C:\\Users\\John Doe\\sd\\x y.ckpt: denied",
      "cannot open …: denied",
    ],
    ["lose a Windows path written with escapes", "'D:\\\\sd\\\\models' is gone", "'…' is gone"],
    ["lose a Windows path with slashes", "D:/sd/models/x.pt is gone", "… is gone"],
    ["lose a UNC path", "\\\\nas\\share\\models\\x.pt is gone", "… is gone"],
    ["lose a path from a folder", "models/Lora/x.pt, venv\\lib are gone", "…, … are gone"],
    [
      "lose an address with its credentials",
      "GET http://me:pass@host:80/x?token=1 failed",
      "GET … failed",
    ],
    [
      "lose a stack trace",
      'Traceback (most recent call last):\n  File "/sd/a.py", line 3, in f\n    boom()\nKeyError: 1',
      "KeyError: 1",
    ],
    [
      "lose a token by its name",
      "token=abc123xyz, Bearer abcDEF123, api_key: 12345, password: hunter, Authorization: Basic abcd",
      "token=…, Bearer …, api_key: …, password: …, Authorization: …",
    ],
    [
      "keep words about tokens",
      "prompt has too many tokens; token limit reached",
      "prompt has too many tokens; token limit reached",
    ],
    [
      "lose a token by its looks",
      "hf_abcdefghijkl and 3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c",
      "… and …",
    ],
    ["lose secrets in any case", "user HUNTER22 and x", "user … and x"],
    ["lose a short secret as a word only", "pw me; some", "pw …; some"],
    ["lose a secret as it stands in an address", "p%40ssw0rd! is wrong", "… is wrong"],
  ])("%s", (_about, text, clean) => {
    expect(cleanDetail(text, ["hunter22", "me", "p@ssw0rd!"])).toBe(clean);
  });

  it("are cut to 300 characters", () => {
    const clean = cleanDetail("é word ".repeat(100), []);
    expect(Array.from(clean)).toHaveLength(300);
    expect(clean.endsWith("…")).toBe(true);
  });

  it("are cleaned in no time, however long they are", () => {
    const started = performance.now();
    for (const piece of [
      "/",
      "a/",
      "\\",
      "a\\ ",
      "a b/",
      "'",
      "/a b ",
      ".safetensors ",
      "Bearer ",
      "a1",
      "~",
    ]) {
      cleanDetail(piece.repeat(200_000 / piece.length), ["secret"]);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

/** Text between which something is hidden. */
const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom("error", "in", "could not load", ":", "'", '"', "(", ",", "\n", "1/2", "/"),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(" "));

/** Folders and files told apart from all else by their marks. */
const part = fc
  .tuple(
    fc.constantFrom("mark", "MARK"),
    fc.stringMatching(/^[a-z0-9_-]{0,8}$/),
    fc.constantFrom("", " mark", ".mark"),
  )
  .map(([start, middle, end]) => start + middle + end);
const parts = fc.array(part, { minLength: 2, maxLength: 5 });
const file = fc.stringMatching(/^mark[a-z0-9]{0,8}(?: mark)?\.(?:safetensors|py|pt|png|json)$/);

const path = fc.oneof(
  fc
    .tuple(fc.constantFrom("/", "~/", "./", "../", "/mnt/"), parts, file)
    .map(([root, folders, name]) => root + [...folders, name].join("/")),
  fc
    .tuple(fc.constantFrom("C:\\", "d:\\", "\\\\", "%HOME%\\"), parts, file)
    .map(([root, folders, name]) => root + [...folders, name].join("\\")),
  fc.tuple(parts, file).map(([folders, name]) => `C:/${[...folders, name].join("/")}`),
);

describe("whatever a webui says", () => {
  it("no path survives", () => {
    fc.assert(
      fc.property(prose, path, prose, (before, hidden, after) => {
        expect(cleanDetail(`${before} ${hidden} ${after}`, [])).not.toMatch(/mark/i);
      }),
      { numRuns: 1000 },
    );
  });

  it("no quoted path survives", () => {
    fc.assert(
      fc.property(
        prose,
        fc.constantFrom("'", '"', "`", "="),
        path,
        prose,
        (before, quote, hidden, after) => {
          expect(cleanDetail(`${before}${quote}${hidden}${quote}${after}`, [])).not.toMatch(
            /mark/i,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("no secret survives", () => {
    const secret = fc
      .stringMatching(/^[\w!$%&*+.,;:@#/\\ -]{6,40}$/)
      .filter((text) => text.trim() === text);
    fc.assert(
      fc.property(prose, secret, secret, prose, (before, secret, other, after) => {
        const clean = cleanDetail(
          `${before}${secret}${other}${secret} ${encodeURIComponent(other)}${after}`,
          [secret, other],
        );
        for (const word of [secret, other])
          expect(clean.toLowerCase()).not.toContain(word.toLowerCase());
      }),
      { numRuns: 1000 },
    );
  });

  it("it is one line of 300 characters at most, without control characters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 600 }),
        fc.array(fc.string()),
        (text, secrets) => {
          const clean = cleanDetail(text, secrets);
          expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
          expect(clean.isWellFormed()).toBe(true);
          expect(Array.from(clean).length).toBeLessThanOrEqual(300);
        },
      ),
    );
  });
});
