import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkClassifier } from "../../src/doctor/classifier.ts";
import { toLine } from "../../src/doctor/finding.ts";
import { checkHttp } from "../../src/doctor/http.ts";
import { checkLanguageModel } from "../../src/doctor/language-model.ts";
import { startChatServer } from "../harness/chat-server.ts";
import { startClassifierServer } from "../harness/classifier-server.ts";
import { freePort } from "../harness/free-port.ts";

let chat: Awaited<ReturnType<typeof startChatServer>>;
let nobody: string;
beforeAll(async () => {
  chat = await startChatServer();
  nobody = `http://127.0.0.1:${await freePort()}`;
});
afterAll(async () => chat.close());

const key = undefined;
const host = "127.0.0.1";

describe("the port for health and metrics", () => {
  const linesOf = async (port: number, publicUrl?: string, at = host) => {
    const { findings, isRunning } = await checkHttp({ host: at, port, publicUrl });
    expect(isRunning).toBe(false);
    return findings.map(toLine);
  };

  it("is free, and links cannot be tried before Easel runs", async () => {
    expect(await linesOf(await freePort(), nobody)).toEqual([
      "✅ HTTP_PORT: free",
      "▫️ PUBLIC_URL: can be checked while Easel runs",
    ]);
  });

  it("that is off serves no links; an address of another machine cannot be listened on", async () => {
    expect(await linesOf(0, nobody)).toEqual([
      "▫️ HTTP_PORT: health and metrics are off",
      expect.stringMatching(/^❌ PUBLIC_URL: nothing serves it, as HTTP_PORT is 0 → set HTTP_PORT/),
    ]);
    expect(await linesOf(await freePort(), undefined, "192.0.2.1")).toEqual([
      expect.stringMatching(/^❌ HTTP_HOST: nothing can listen there \(EADDRNOTAVAIL\) → name/),
    ]);
  });
});

describe("the language model", () => {
  const lineOf = async (url: string, model?: string) =>
    toLine(await checkLanguageModel({ url, key, model }));

  it("that lacks the model is told with those it has; one that is not there, and no list, too", async () => {
    chat.does((response) => response.end(JSON.stringify({ data: [{ id: "a" }, { id: "b" }] })));
    expect(await lineOf(chat.url, "a")).toMatch(/^✅/);
    expect(await lineOf(chat.url, "c")).toMatch(
      /^❌ .*: it has no model c → .* PROMPT_LLM_MODEL: a, b$/,
    );
    chat.does((response) => response.end("<html>"));
    expect(await lineOf(chat.url)).toMatch(/^❌ .* → look at PROMPT_LLM_URL/);
    expect(await lineOf(nobody)).toMatch(/^❌ .*: cannot be reached \(ECONNREFUSED\) →/);
  });
});

describe("the classifier", () => {
  it("that is not there, refuses us or answers nonsense is told so", async () => {
    const lineOf = async (url: string) =>
      toLine(await checkClassifier({ url, key, threshold: 0.7, timeoutMs: 2_000 }));
    expect(await lineOf(nobody)).toMatch(
      /^❌ Classifier: cannot be reached \(ECONNREFUSED\) → look at CLASS/,
    );
    const classifier = await startClassifierServer();
    classifier.does((response) => response.writeHead(403).end());
    expect(await lineOf(classifier.url)).toMatch(/^❌ Classifier: answered with status 403 → look/);
    classifier.says({ nonsense: true });
    expect(await lineOf(classifier.url)).toMatch(
      /^❌ Classifier: its answer cannot be read → look/,
    );
    await classifier.close();
  });
});
