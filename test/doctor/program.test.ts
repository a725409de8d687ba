import { createServer } from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRoster } from "../../src/store/roster.ts";
import { run } from "../backup/program.ts";
import { startChatServer } from "../harness/chat-server.ts";
import { startClassifierServer } from "../harness/classifier-server.ts";
import { freePort } from "../harness/free-port.ts";
import { redisIn } from "../harness/redis.ts";
import { startWorld, type World } from "../harness/world.ts";

let world: World;
let chat: Awaited<ReturnType<typeof startChatServer>>;
let classifier: Awaited<ReturnType<typeof startClassifierServer>>;
let env: Record<string, string>;

const webui = { apiAuth: "user:pa55word" };
beforeAll(async () => {
  [chat, classifier] = await Promise.all([startChatServer(), startClassifierServer()]);
  const port = await freePort();
  world = await startWorld({ webuis: [webui], started: false });
  env = {
    ...world.settings,
    WEBUI_URLS: world.webui.url.replace("//", `//${webui.apiAuth}@`),
    HTTP_PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PROMPT_LLM_URL: `${chat.url}/v1`,
    PROMPT_LLM_KEY: "llm-secret",
    CLASSIFIER_URL: classifier.url,
    CLASSIFIER_KEY: "classifier-secret",
  };
  Object.assign(world.settings, env);
  await world.start();
}, 60_000);
afterAll(async () => {
  await world.close();
  await Promise.all([chat.close(), classifier.close()]);
});

describe("npm run doctor", () => {
  it("finds all in order beside an Easel that runs, prints no secret, and exits with 0", async () => {
    chat.does((response) => response.end(JSON.stringify({ data: [{ id: "llama" }] })));
    const { code, output, errors } = await run("doctor", [], env);
    expect(errors).toBe("");
    const lines = output.split("\n");
    expect(lines.filter((line) => line.startsWith("❌"))).toEqual([]);
    const names = lines.map((line) => /^(?:✅|▫️) ([\w ]+)/.exec(line)?.[1]?.trim());
    expect(names).toEqual([
      "Configuration",
      "Discord",
      "Clock",
      "Token",
      "Application",
      "Intents",
      "Servers",
      "Commands",
      "Redis",
      "DATA_DIR",
      "Webui 127",
      "HTTP_PORT",
      "PUBLIC_URL",
      "Language model for",
      "Classifier",
      undefined,
    ]);
    expect(lines.at(-1)).toBe("All is in order.");
    expect(output).toContain("✅ HTTP_PORT: an Easel is running here");
    expect(output).toContain("✅ Commands: all are registered");
    const secrets = [world.discord.token, "pa55word", "llm-secret", "classifier-secret"];
    for (const secret of secrets) expect(output).not.toContain(secret);
    expect(chat.requests.at(-1)?.headers["authorization"]).toBe("Bearer llm-secret");
    expect(classifier.requests.at(-1)?.headers["content-type"]).toBe("image/png");
    expect(code).toBe(0);
  });

  it("with nothing set up says all that is missing, each with what to do, and exits with 1", async () => {
    const other = createServer((_, response) => response.end("hello")).listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const taken = typeof address === "object" ? String(address?.port) : "";
    const { code, output, errors } = await run("doctor", [], {
      // Nothing of a test leaves this machine.
      DISCORD_API_URL: world.discord.apiUrl,
      WEBUI_URLS: `http://127.0.0.1:${await freePort()}`,
      LOG_LEVEL: "hunter2",
      HTTP_PORT: taken,
      DATA_DIR: world.dataDir,
    });
    other.close();
    expect(errors).toBe("");
    expect(output).toMatch(/^❌ Configuration: DISCORD_TOKEN is required: .*https:/m);
    expect(output).toMatch(/^❌ Configuration: LOG_LEVEL must be one of/m);
    expect(output).toMatch(/^✅ Discord: answers/m);
    expect(output).toMatch(/^▫️ Token: not checked/m);
    expect(output).toMatch(/^✅ Redis: Easel starts its own/m);
    expect(output).toMatch(/^❌ Webui [\d.:]+: nobody listens at this address →/m);
    expect(output).toMatch(new RegExp(`^❌ HTTP_PORT: another program has port ${taken} →`, "m"));
    expect(output).toMatch(/^▫️ Classifier: not set up$/m);
    expect(output).toMatch(/^4 things to mend, each marked ❌\.$/m);
    expect(output).not.toMatch(/hunter2|^\s+at |node:/m);
    expect(code).toBe(1);
  });

  it("looks at the webuis that owners added while Easel ran, not at those they took out", async () => {
    const { host } = new URL(world.webui.url);
    const redis = redisIn(world.dataDir);
    const roster = createRoster(redis);
    await roster.remove(host);
    await roster.add("127.0.0.1:9", "http://me:hunter2@127.0.0.1:9");
    const { output } = await run("doctor", [], env);
    await redis.quit();
    expect(output.split("\n").filter((line) => line.includes("Webui "))).toEqual([
      `▫️ Webui ${host}: left alone, as an owner took it out with /admin webuis remove`,
      expect.stringMatching(/^❌ Webui 127\.0\.0\.1:9: nobody listens at this address →/),
    ]);
    expect(output).not.toContain("hunter2");
  });

  it("says nothing of what hangs on a variable that is wrong", async () => {
    const { output } = await run("doctor", [], {
      ...env,
      DISCORD_GUILD_IDS: "my server",
      HTTP_PORT: "none",
      WEBUI_LOGIN: "nobody",
      CLASSIFIER_URL: "nowhere",
      PROMPT_LLM_URL: "nowhere",
      REDIS_URL: "",
      SHARDS: "0/2",
    });
    const lines = output.split("\n").map((line) => line.replace(/^\S+ ([\w ]+: ?\w*).*/, "$1"));
    expect(lines).toEqual([
      "Configuration: DISCORD_GUILD_IDS",
      "Configuration: WEBUI_LOGIN",
      "Configuration: HTTP_PORT",
      "Configuration: PROMPT_LLM_URL",
      "Configuration: CLASSIFIER_URL",
      "Configuration: REDIS_URL",
      "Discord: answers",
      "Clock: in",
      "Token: belongs",
      "Application: invite",
      "Intents: none",
      "Servers: the",
      "DATA_DIR: in",
      "6 things to mend, each marked ❌.",
    ]);
  });

  it("says when the language model, the classifier and PUBLIC_URL are not as they should be", async () => {
    chat.does((response) => response.writeHead(401).end());
    classifier.says({ nonsense: true });
    const { output } = await run("doctor", [], {
      ...env,
      PUBLIC_URL: `http://127.0.0.1:${await freePort()}`,
    });
    expect(output).toMatch(
      /^❌ Language model .*: answered with status 401 → look at PROMPT_LLM_KEY/m,
    );
    expect(output).toMatch(/^❌ Classifier: .* → look at CLASSIFIER_URL/m);
    expect(output).toMatch(/^❌ PUBLIC_URL: this Easel does not answer there → have your proxy/m);
  });
});
