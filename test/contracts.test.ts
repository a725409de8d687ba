import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Exchange as DiscordExchange, Message } from "../src/demo/discord/start.ts";
import type { Exchange as WebuiExchange, Kind } from "../src/demo/webui/start.ts";
import { createContracts } from "./harness/contracts.ts";
import { startWorld, type World } from "./harness/world.ts";

const { present } = await createContracts();
if (!present)
  console.log("contracts: not checked, ../shared/specs does not hold both descriptions");

const channel = "/channels/1234567890/messages";
const callback = "/interactions/1234567890/token/callback";

function discordExchange(given: Partial<DiscordExchange>): DiscordExchange {
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", path: channel, query: "", headers, body: undefined, files: [] };
  return { ...request, status: 204, answer: undefined, at: 0, ...given };
}

function webuiExchange(body: unknown, given: Partial<WebuiExchange> = {}): WebuiExchange {
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", path: "/sdapi/v1/txt2img", query: {}, headers, body };
  return { ...request, status: 500, answer: undefined, at: 0, ...given };
}

async function discordViolations(given: Partial<DiscordExchange>): Promise<string> {
  const contracts = await createContracts();
  contracts.checkDiscord(discordExchange(given));
  return contracts.violations.join("\n");
}

async function webuiViolations(body: unknown, kind?: Kind, given?: Partial<WebuiExchange>) {
  const contracts = await createContracts();
  contracts.checkWebui(webuiExchange(body, given), kind);
  return contracts.violations.join("\n");
}

const probeViolations = (path: string, query = {}) =>
  webuiViolations(undefined, "a1111", { method: "GET", path, query, headers: {}, status: 404 });

const text = (content: string) => ({ type: 10, content });
const row = (...components: object[]) => ({ type: 1, components });
const button = { type: 2, style: 2, emoji: { name: "🎲" }, custom_id: "again:1" };

describe.skipIf(!present)("a request to Discord is held to Discord's description", () => {
  it("passes when it is right", async () => {
    const flags = 1 << 15;
    expect(await discordViolations({ body: { components: [text("a"), row(button)], flags } })).toBe(
      "",
    );
    const file = {
      field: "files[0]",
      name: "a.png",
      contentType: "image/png",
      bytes: Buffer.of(1),
    };
    const form = { "content-type": "multipart/form-data; boundary=x" };
    const body = { attachments: [{ id: 0, filename: "a.png" }], nonce: "1-0", enforce_nonce: true };
    expect(await discordViolations({ body, headers: form, files: [file] })).toBe("");
    const path = "/webhooks/1/token/messages/@original";
    expect(await discordViolations({ method: "PATCH", path, body: { flags } })).toBe("");
    expect(await discordViolations({ method: "DELETE", path })).toBe("");
    expect(
      await discordViolations({ path: callback, body: { type: 5, data: { flags: 64 } } }),
    ).toBe("");
    expect(await discordViolations({ method: "GET", query: "?limit=100" })).toBe("");
  });

  it.each<[string, Partial<DiscordExchange>, string]>([
    [
      "an unknown path",
      { path: "/channels/1/pictures" },
      "POST /channels/1/pictures: is not described",
    ],
    ["a method the path does not have", { method: "PUT" }, "is not described"],
    [
      "an id that is none",
      { path: "/channels/here/messages", body: {} },
      "/channel_id must match pattern",
    ],
    [
      "an unknown parameter",
      { method: "GET", query: "?latest=1" },
      'query must NOT have additional properties ("latest")',
    ],
    [
      "a parameter out of bounds",
      { method: "GET", query: "?limit=101" },
      "query /limit must be <= 100",
    ],
    ["a missing body", {}, "the body is missing"],
    ["a body where none belongs", { method: "GET", body: {} }, "no body is expected"],
    ["a wrong type", { body: { content: 1 } }, "/content must be string,null"],
    [
      "an unknown key",
      { body: { contents: "a" } },
      'must NOT have additional properties ("contents")',
    ],
    [
      "an unknown key of a component",
      { body: { components: [row({ ...button, colour: "red" })] } },
      '/components/0/components/0 must NOT have additional properties ("colour")',
    ],
    [
      "an unknown key in an answer to an interaction",
      { path: callback, body: { type: 4, data: { content: "a", nonce: "1" } } },
      '/data must NOT have additional properties ("nonce")',
    ],
    [
      "too many buttons",
      { body: { components: [row(button, button, button, button, button, button)] } },
      "must NOT have more than 5 items",
    ],
    [
      "a component that may not stand there",
      { body: { components: [button] } },
      "/components/0/type must be equal to one of",
    ],
    [
      "a file under another name",
      { body: {}, files: [{ field: "file", name: "a", contentType: "", bytes: Buffer.of() }] },
      "not files[n]",
    ],
  ])("finds %s", async (_, given, expected) => {
    expect(await discordViolations(given)).toContain(expected);
  });

  it("says only what concerns the component that was meant", async () => {
    const body = { components: [text("")] };
    expect(await discordViolations({ body })).toBe(
      "Discord POST /channels/{channel_id}/messages: /components/0/content must NOT have fewer than 1 characters",
    );
  });
});

describe.skipIf(!present)(
  "a request to a webui is held to A1111's description and what others add",
  () => {
    it.each<[Kind | undefined, object]>([
      [
        "a1111",
        { prompt: "a", override_settings: { sd_vae: "x" }, styles: ["b"], seed: 4_294_967_295 },
      ],
      ["forge", { enable_hr: true, hr_cfg: 7, hr_additional_modules: ["Use same choices"] }],
      ["forge-neo", { override_settings: { forge_additional_modules: ["x"] } }],
      ["sdnext", { hr_denoising_strength: 0.5 }],
      ["sdcpp", { lora: [{ path: "x", multiplier: 1 }], clip_skip: 2 }],
      ["koboldcpp", { clip_skip: 2 }],
      [undefined, { clip_skip: 2, hr_cfg: 7 }],
      ["a1111", { alwayson_scripts: { ADetailer: { args: [true, false, { ad_model: "x" }] } } }],
      ["a1111", { alwayson_scripts: { controlnet: { args: [{ enabled: true, model: "x" }] } } }],
    ])("passes when it is right (%s, %j)", async (kind, body) => {
      expect(await webuiViolations(body, kind)).toBe("");
      expect(await webuiViolations(JSON.stringify(body), kind)).toBe("");
    });

    it.each<[string, unknown, Kind, string]>([
      ["a wrong type", { steps: "20" }, "a1111", "/steps must be integer"],
      [
        "an unknown key",
        { clip_skip: 2 },
        "a1111",
        'must NOT have additional properties ("clip_skip")',
      ],
      [
        "a key of another kind",
        { hr_cfg: 7 },
        "sdnext",
        'must NOT have additional properties ("hr_cfg")',
      ],
      ["a null", { seed: 1, sampler_name: null }, "a1111", "/sampler_name is null"],
      [
        "a null within",
        { override_settings: { sd_vae: null } },
        "a1111",
        "/override_settings/sd_vae is null",
      ],
      [
        "an unknown option",
        { override_settings: { sd_model: "x" } },
        "a1111",
        'options must NOT have additional properties ("sd_model")',
      ],
      [
        "a LoRA without its path",
        { lora: [{ multiplier: 1 }] },
        "sdcpp",
        "/lora/0 must have required property 'path'",
      ],
      [
        "an unknown script",
        { alwayson_scripts: { Details: { args: [] } } },
        "a1111",
        "alwayson_scripts/Details is not described",
      ],
      [
        "a key that ADetailer does not know",
        { alwayson_scripts: { ADetailer: { args: [{ ad_model: "x", ad_strength: 1 }] } } },
        "a1111",
        'ADetailer /args/0 must NOT have additional properties ("ad_strength")',
      ],
      [
        "a ControlNet unit that is off",
        { alwayson_scripts: { ControlNet: { args: [{ model: "x" }] } } },
        "forge",
        "ControlNet /args/0 must have required property 'enabled'",
      ],
      ["a body that is no object", "words", "sdcpp", "must be object"],
      ["a missing body", undefined, "a1111", "the body is missing"],
    ])("finds %s", async (_, body, kind, expected) => {
      expect(await webuiViolations(body, kind)).toContain(expected);
    });

    it("lets the client ask any kind for the routes by which it knows them, and for no others", async () => {
      expect(await probeViolations("/sdapi/v1/sd-modules")).toBe("");
      expect(await probeViolations("/sdcpp/v1/capabilities")).toBe("");
      expect(await probeViolations("/sdapi/v1/progress", { skip_current_image: "true" })).toBe("");
      expect(await probeViolations("/sdapi/v1/progress", { skip_image: "true" })).toContain(
        "skip_image",
      );
      expect(
        await probeViolations("/sdapi/v1/progress", { skip_current_image: "maybe" }),
      ).toContain("boolean");
      expect(await probeViolations("/sdapi/v1/models")).toContain("is not described");
    });

    it("takes the form of gradio's login", async () => {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const logIn = (form: string) => webuiViolations(form, "a1111", { path: "/login", headers });
      expect(await logIn("username=a&password=b")).toBe("");
      expect(await logIn("username=a")).toContain("'password'");
    });
  },
);

describe.skipIf(!present)("the checker", () => {
  it("says a violation once, with where it is, and throws it at the end", async () => {
    const contracts = await createContracts();
    contracts.assertKept();
    for (const steps of ["1", "2"]) contracts.checkWebui(webuiExchange({ steps }), "a1111");
    expect(contracts.violations).toEqual(["a1111 POST /sdapi/v1/txt2img: /steps must be integer"]);
    expect(() => contracts.assertKept()).toThrow(/steps must be integer/);
    expect([...contracts.checked]).toEqual([["a1111 POST /sdapi/v1/txt2img", 2]]);
  });

  it("lets pass what a test provokes on purpose", async () => {
    const contracts = await createContracts({ allow: ({ path }) => path === "/nowhere" });
    contracts.checkDiscord(discordExchange({ path: "/nowhere" }));
    contracts.assertKept();
    contracts.checkDiscord(discordExchange({ path: "/nowhere/else" }));
    expect(() => contracts.assertKept()).toThrow(/nowhere\/else/);
  });

  it("holds answers to the descriptions too, where it is asked to", async () => {
    const contracts = await createContracts({ answers: true });
    const asked = { method: "GET", path: "/sdapi/v1/samplers", headers: {}, status: 200 };
    const samplers = [{ name: "Euler", aliases: [], options: {} }];
    contracts.checkWebui(webuiExchange(undefined, { ...asked, answer: samplers }), "a1111");
    contracts.checkDiscord(
      discordExchange({ body: {}, status: 400, answer: { code: 1, message: "a" } }),
    );
    expect(contracts.standInViolations).toEqual([]);
    contracts.checkWebui(
      webuiExchange(undefined, { ...asked, answer: [{ name: "Euler" }] }),
      "a1111",
    );
    contracts.checkDiscord(discordExchange({ body: {}, status: 200, answer: { id: "1" } }));
    contracts.checkDiscord(discordExchange({ body: {}, status: 201, answer: {} }));
    const [sampler, message, status] = contracts.standInViolations;
    expect(sampler).toContain("/0 must have required property 'aliases'");
    expect(message).toContain("must have required property 'channel_id'");
    expect(status).toContain("status 201 is not described");
    expect(contracts.violations).toEqual([]);
  });
});

/** What the stand-ins are known to answer otherwise. */
const known: { line: RegExp; reason: string }[] = [
  {
    line: /GET \/sdapi\/v1\/options 200: must NOT have additional properties \("ad_max_models"\)$/,
    reason: "A webui with extensions leaves their options out of this answer; nobody of ours asks.",
  },
];

describe.skipIf(!present)("one whole flow keeps the contracts", () => {
  let world: World;
  let contracts: Awaited<ReturnType<typeof createContracts>>;

  beforeAll(async () => {
    world = await startWorld({ webuis: [{ adetailer: true }] });
    await act(world);
    contracts = await createContracts({ answers: true });
    for (const exchange of world.discord.exchanges) contracts.checkDiscord(exchange);
    for (const exchange of world.webui.exchanges) contracts.checkWebui(exchange, "a1111");
  });
  afterAll(async () => {
    await world.close();
    const operations = [...contracts.checked.keys()];
    const requests = [...contracts.checked.values()].reduce((sum, count) => sum + count, 0);
    const ofDiscord = operations.filter((name) => name.startsWith("Discord ")).length;
    console.log(
      `contracts: ${requests} requests checked, to ${ofDiscord} operations of Discord and ${operations.length - ofDiscord} of the webui`,
    );
  });

  it("in every request of Easel", () => {
    expect(contracts.violations).toEqual([]);
    expect([...contracts.checked.keys()]).toEqual(
      expect.arrayContaining([
        "Discord GET /gateway/bot",
        "Discord PUT /applications/{application_id}/commands",
        "Discord POST /interactions/{interaction_id}/{interaction_token}/callback",
        "Discord PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "Discord DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original",
        "a1111 POST /sdapi/v1/txt2img",
        "a1111 POST /sdapi/v1/img2img",
      ]),
    );
  });

  it("in every answer of the stand-ins", () => {
    const surprising = contracts.standInViolations.filter(
      (violation) => !known.some(({ line }) => line.test(violation)),
    );
    expect(surprising).toEqual([]);
  });
});

/** Draws with everything there is, completes, presses 🎲 and ❌. */
async function act(world: World): Promise<void> {
  const { discord, member, channel, webui } = world;
  const complete = async (focused: string) => {
    const asked = { user: member, channel, name: "draw", focused, value: "" };
    const choices = await discord.complete({ ...asked, options: { prompt: "a castle" } });
    return String(choices.at(-1)?.value);
  };
  const press = (message: Message, emoji: string) =>
    discord.press({ user: member, message, emoji });
  const names = ["model", "styles", "sampler_name", "scheduler", "vae", "lora", "detailer"];
  const chosen: [string, string][] = [];
  for (const name of [...names, "hr_upscaler"]) chosen.push([name, await complete(name)]);
  const { hr_upscaler: upscaler = "", ...lists } = Object.fromEntries(chosen);

  const shared = {
    prompt: "a castle --no people",
    negative_prompt: "fog",
    steps: 4,
    seed: 7,
    ...lists,
  };
  const plain = {
    cfg_scale: 5.5,
    clip_skip: 2,
    tiling: true,
    spoiler: true,
    count: 3,
    width: 128,
    height: 64,
  };
  const hires = { hr_upscaler: upscaler, hr_scale: 2, denoising_strength: 0.5 };
  const drawn = world.draw({ ...shared, ...plain, ...hires });
  const result = await world.result(drawn);
  const again = press(result, "🎲");
  await world.result(again);

  const background = { r: 200, g: 100, b: 50 };
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .png()
    .toBuffer();
  const image = { bytes, name: "in.png", contentType: "image/png" };
  const redrawn = world.draw({ ...shared, image, denoising_strength: 0.4, private: true });
  await world.result(redrawn);

  press(result, "❌");
  await discord.waitFor(() => result.deleted);

  await world.refusal(world.draw({ prompt: "a castle", model: "no such model" }));
  webui.faults.next({ kind: "hang" });
  const stopped = world.draw({ prompt: "a castle" });
  const waiting = await world.answer(stopped);
  await discord.waitFor(() => webui.drawings.length > 3);
  press(waiting, "❌");
  await discord.waitFor(() => discord.textOf(waiting).includes("Cancelled"));
  webui.faults.release();
}
