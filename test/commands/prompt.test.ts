import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../../src/demo/discord/start.ts";
import { startChatServer } from "../harness/chat-server.ts";
import { startWorld, type World } from "../harness/world.ts";

const key = "sk-very-secret-key-123456";
let chat: Awaited<ReturnType<typeof startChatServer>>;
let world: World;
beforeAll(async () => {
  chat = await startChatServer();
  world = await startWorld({
    env: { PROMPT_LLM_URL: `${chat.url}/v1`, PROMPT_LLM_KEY: key, PROMPT_LLM_MODEL: "small" },
  });
});
afterAll(async () => {
  await world.close();
  await chat.close();
});

const use = (text: string) =>
  world.discord.command({
    user: world.member,
    channel: world.channel,
    name: "prompt",
    options: { text },
  });
/** What the person's words were to the model. */
const lastWords = () => {
  const messages = (chat.requests.at(-1)?.body["messages"] ?? []) as object[];
  return messages.at(-1);
};
const ask = (text: string): Promise<Message> => world.answer(use(text));

describe("/prompt", () => {
  it("asks the language model as its API wants it, and shows its words to the asker alone", async () => {
    chat.says('<think>Hm, a cat.</think>\nPrompt: "a *tabby* cat, @everyone,\nsoft light"');
    const answer = await ask("a cat <@1>");
    const [asked] = chat.requests.slice(-1);
    expect(asked).toMatchObject({ method: "POST", path: "/v1/chat/completions" });
    expect(asked?.headers["authorization"]).toBe(`Bearer ${key}`);
    expect(asked?.body).toMatchObject({ model: "small", stream: false });
    expect(lastWords()).toEqual({ role: "user", content: "a cat <@1>" });
    expect(answer.ephemeralFor).toBe(world.member.id);
    const text = world.discord.textOf(answer);
    expect(text).toContain("**a \\*tabby\\* cat, @\u200beveryone, soft light**");
    expect(text).toContain("a cat \\<@1>");
    expect(text).not.toContain("Hm");
    expect(answer.mentionsEveryone).toBe(false);
  });

  it("is said to be set up, and not to be in order, by /admin doctor, which does not ask it", async () => {
    const { discord, channel } = world;
    const asked = discord.command({
      user: discord.owner,
      channel,
      name: "admin doctor",
      force: true,
    });
    expect(discord.textOf(await world.answer(asked))).toMatch(/▫️ \*\*Language model.*set up;/);
  });

  it("draws what was written, with the flags that were typed", async () => {
    chat.says("a lighthouse at dusk, oil painting");
    const answer = await ask("lighthouse --steps 3 --ar 2:1 --seed 5 --stylize");
    expect(lastWords()).toMatchObject({ content: "lighthouse --stylize" });
    expect(world.discord.textOf(answer)).toContain("`--stylize` is no parameter");
    await world.result(world.discord.press({ user: world.member, message: answer, emoji: "🎨" }));
    expect(world.webui.drawings.at(-1)?.body).toMatchObject({
      prompt: "a lighthouse at dusk, oil painting",
      steps: 3,
      seed: 5,
    });
  });

  it("lets it be edited first", async () => {
    chat.says("a barn");
    const answer = await ask("barn --steps 2");
    const dialog = world.discord.press({ user: world.member, message: answer, emoji: "🖋" });
    const modal = await world.discord.waitFor(() => dialog.dialog);
    expect(modal.components[0]?.component?.["value"]).toBe("a barn");
    const fields = { prompt: "a red barn" };
    await world.result(world.discord.submit({ user: world.member, dialog, fields }));
    expect(world.webui.drawings.at(-1)?.body).toMatchObject({ prompt: "a red barn", steps: 2 });
  });

  it("says kindly and privately that nobody writes, whatever the model's server does", async () => {
    const wrongs: Parameters<typeof chat.does>[0][] = [
      (response) => response.writeHead(401).end(`{"error":"bad key ${key}"}`),
      (response) => response.end("<html>not JSON</html>"),
      (response) => response.end('{"choices":[]}'),
      (response) => response.end('{"choices":[{"message":{"content":null}}]}'),
      (response) => response.destroy(),
      (response) => response.writeHead(302, { location: chat.url }).end(),
      (response) => void writeForever(response),
    ];
    for (const wrong of wrongs) {
      chat.does(wrong);
      expect(await world.refusal(use("anything"))).toContain("The language model does not answer");
    }
    chat.says("   ");
    expect(await world.refusal(use("anything"))).toContain("The language model does not answer");
    expect(world.easel.output()).toContain("no prompt could be written");
    expect(world.easel.output()).not.toContain(key);
  });

  it("never shows the key, also if the model says it", async () => {
    chat.says(`a key: ${key}`);
    expect(world.discord.textOf(await ask("my key"))).not.toContain(key);
  });

  it("announces an answer that takes a while, and shows it then", async () => {
    chat.does((response) => {
      setTimeout(() => {
        response.end('{"choices":[{"message":{"content":"a slow river"}}]}');
      }, 3_500);
    });
    const asked = use("river");
    const answer = await world.answer(asked);
    expect(asked.answeredAfterMs).toBeLessThan(3_000);
    expect(answer.ephemeralFor).toBe(world.member.id);
    expect(world.discord.textOf(answer)).toContain("a slow river");
  });

  it("is not offered where there is no language model", async () => {
    const other = await startWorld();
    try {
      const names = other.discord.registeredCommands().map(({ name }) => name);
      expect(names).toContain("draw");
      expect(names).not.toContain("prompt");
    } finally {
      await other.close();
    }
  });
});

async function writeForever(response: import("node:http").ServerResponse): Promise<void> {
  while (!response.destroyed && !response.closed) {
    response.write("x".repeat(64 * 1024));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
