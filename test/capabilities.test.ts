import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Interaction, User } from "../src/demo/discord/start.ts";
import type { StandInWebui } from "../src/demo/webui/start.ts";
import { pngFile } from "./harness/pictures.ts";
import { startWorld, type World } from "./harness/world.ts";

let world: World;
let boss: User;
/** Each has what the others lack. */
let forest: StandInWebui;
let sea: StandInWebui;
let plain: StandInWebui;

beforeAll(async () => {
  world = await startWorld({
    webuis: [
      {
        models: [{ name: "oak.safetensors" }],
        loras: [{ name: "moss" }, { name: "bark" }],
        samplers: ["Euler", "DPM++ 2M"],
        vaes: ["leaf.pt"],
        styles: [{ name: "Etching", prompt: "an etching", negative_prompt: null }],
        upscalers: ["None", "Grain 4x"],
        adetailer: true,
      },
      {
        models: [{ name: "wave.safetensors" }],
        loras: [{ name: "foam" }],
        samplers: ["Euler", "Heun"],
        vaes: ["shell.pt"],
        styles: [],
        upscalers: ["None", "Ripple 4x"],
        controlNet: true,
      },
      { kind: "koboldcpp", models: [{ name: "cobalt.safetensors" }], loras: [] },
    ],
  });
  const [first, second, third] = world.webuis;
  if (first === undefined || second === undefined || third === undefined) throw new Error("three");
  [forest, sea, plain] = [first, second, third];
  boss = world.discord.createUser({ name: "Mo" });
  world.discord.makeModerator(world.guild, boss);
  // Offered once it is known that a webui has ControlNet.
  await world.discord.waitFor(
    () => world.discord.registeredCommands().some(({ name }) => name === "control"),
    20_000,
  );
}, 60_000);
afterAll(async () => world.close());

type Values = Parameters<World["draw"]>[0];
const small = { steps: 1, width: 64, height: 64 };
const draw = (values: Values) => world.draw({ prompt: "a mill", ...small, ...values });
const use = (name: string, options: Values, user = world.member): Interaction =>
  world.discord.command({ user, channel: world.channel, name, options });

/** As members count them: in the order of their names. */
const numberOf = ({ url }: StandInWebui) =>
  world.webuis
    .map((each) => new URL(each.url).host)
    .sort()
    .indexOf(new URL(url).host) + 1;
const counts = () => world.webuis.map(({ drawings }) => drawings.length);

/** Draws, and says on which of the webuis that was, and with which model. */
async function drawnOn(asked: Interaction): Promise<{ webui: string; words: string }> {
  const before = counts();
  const words = world.discord.textOf(await world.result(asked));
  const after = counts();
  const [webui, ...others] = world.webuis.filter((_, at) => after[at] !== before[at]);
  expect(others).toEqual([]);
  if (webui === undefined) throw new Error("nothing was drawn");
  return { webui: webui.url, words };
}

describe("what is here, but on no webui together", () => {
  it("is refused before anything waits, with what comes nearest", async () => {
    const image = await pngFile({ name: "a.png", colour: "olive" });
    const cases: [Interaction, StandInWebui | undefined, string[]][] = [
      [
        draw({ model: "oak", lora: "foam:0.7" }),
        forest,
        ["Model `oak` and LoRA `foam`", "- in place of LoRA `foam` it has `moss` or `bark`"],
      ],
      [
        draw({ model: "wave", vae: "leaf.pt", sampler_name: "Heun" }),
        sea,
        ["Model `wave` and VAE `leaf.pt`", "in place of VAE `leaf.pt` it has"],
      ],
      [
        draw({ lora: "moss, bark", sampler_name: "Heun" }),
        forest,
        ["Sampler `Heun` and LoRA `moss`", "in place of Sampler `Heun` it has"],
      ],
      [draw({ model: "wave", styles: "Etching" }), sea, ["- Styles `Etching` would have to be"]],
      [draw({ model: "wave", detailer: "face_yolov8n.pt" }), sea, ["Detailer `face_yolov8n.pt`"]],
      [draw({ model: "wave", hr_upscaler: "Grain 4x" }), sea, ["it has `Ripple 4x`"]],
      [draw({ model: "cobalt", tiling: true }), plain, ["- Tiling would have to be left out"]],
      [
        use("control", { prompt: "a mill", model: "oak", type: "Canny", image }),
        forest,
        ["Model `oak` and Control type `Canny`", "Control type `Canny` would have to be left out"],
      ],
      [
        use("upscale", { image, upscaler: "Grain 4x", upscaler_2: "Ripple 4x" }),
        undefined,
        ["Upscaler `Grain 4x` and Second upscaler `Ripple 4x`"],
      ],
    ];
    for (const [asked, nearest, pieces] of cases) {
      const words = await world.refusal(asked);
      expect(words).toContain("No webui here has all of this together");
      if (nearest !== undefined) expect(words).toContain(`Webui ${numberOf(nearest)} (`);
      for (const piece of pieces) expect(words).toContain(piece);
    }
    expect(counts()).toEqual([0, 0, 0]);
    const log = world.easel.log();
    expect(log.filter(({ msg }) => msg === "job queued")).toEqual([]);
  });

  it("is a name that is not here where no webui has it at all", async () => {
    for (const values of [{ lora: "fome" }, { prompt: "a <lora:fome:0.7> mill" }]) {
      expect(await world.refusal(draw({ model: "oak", ...values }))).toMatch(
        /LoRA `fome` is not here. Did you mean `foam`/,
      );
    }
  });

  it("is not offered beside what was chosen", async () => {
    const offered = async (focused: string, options: Values) => {
      const found = await world.discord.complete({
        user: world.member,
        channel: world.channel,
        name: "draw",
        focused,
        value: "",
        options: { prompt: "a mill", ...options },
      });
      return found.map(({ value }) => value);
    };
    expect(await offered("lora", { model: "oak.safetensors" })).toEqual(["moss", "bark"]);
    expect(await offered("lora", {})).toEqual(expect.arrayContaining(["moss", "bark", "foam"]));
    expect(await offered("vae", { lora: "foam:0.5" })).toEqual(["Automatic", "None", "shell.pt"]);
    expect(String(await offered("model", { vae: "leaf.pt" }))).toMatch(/^oak\.safetensors[^,]*$/);
    // Whatever is typed there so far may be wrong.
    expect(await offered("lora", { model: "nonsense" })).toHaveLength(3);
  });
});

describe("what one webui can do", () => {
  it("is drawn there, ten times in a row", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const ours = await drawnOn(draw({ model: "oak", lora: "moss:0.5", vae: "leaf.pt" }));
      expect(ours.webui).toBe(forest.url);
      const theirs = await drawnOn(draw({ model: "wave", lora: "foam", sampler_name: "Heun" }));
      expect(theirs.webui).toBe(sea.url);
    }
    const bodies = forest.drawings.map(({ body }) => body["prompt"]);
    expect(bodies).toEqual(Array.from({ length: 5 }, () => "a mill <lora:moss:0.5>"));
  });

  it("is drawn with a model of that webui where nobody chose one", async () => {
    for (const [values, webui, model] of [
      [{ lora: "foam" }, sea, "wave"],
      [{ lora: "bark" }, forest, "oak"],
      [{ prompt: "a <lora:Foam:0.4> mill" }, sea, "LoRA `foam:0.4`"],
      [{ vae: "shell.pt" }, sea, "wave"],
    ] as const) {
      const { webui: where, words } = await drawnOn(draw(values));
      expect(where).toBe(webui.url);
      expect(words).toContain(model);
    }
  });

  it("is drawn without the defaults that only others can serve", async () => {
    const set = async (name: string, value: string) =>
      world.answer(use("settings set", { name, value, scope: "server" }, boss));
    await set("model", "oak");
    await set("vae", "leaf.pt");
    await set("sampler_name", "Euler");
    const theirs = await drawnOn(draw({ lora: "foam" }));
    expect(theirs.webui).toBe(sea.url);
    expect(sea.drawings.at(-1)?.body).toMatchObject({ sampler_name: "Euler" });
    expect(JSON.stringify(sea.drawings.at(-1)?.body)).not.toContain("leaf.pt");
    expect((await drawnOn(draw({}))).webui).toBe(forest.url);
    expect(JSON.stringify(forest.drawings.at(-1)?.body)).toContain("leaf.pt");
    // One's own, of which only another webui knows, is told apart from what holds.
    await world.answer(use("settings set", { name: "vae", value: "shell.pt", scope: "me" }));
    const view = world.discord.textOf(await world.answer(use("settings view", {})));
    expect(view).toMatch(/VAE:\*\* `shell\.pt`.*none that has the rest/);
    expect(view).toMatch(/VAE:\*\* `leaf\.pt` · set in this server/);
    await world.answer(use("settings reset", { scope: "me" }));
    await world.answer(use("settings reset", { scope: "server" }, boss));
  });

  it("is drawn without what only others have of a preset, which is said", async () => {
    await world.answer(
      use("preset save", { name: "mossy", parameters: "--lora moss --vae leaf.pt --steps 2" }),
    );
    const { webui, words } = await drawnOn(draw({ preset: "mossy", model: "wave" }));
    expect(webui).toBe(sea.url);
    expect(words).toContain("LoRA `moss`, VAE `leaf.pt` are on no webui that has the rest");
  });

  it("is varied and widened there as well, though others would heed more", async () => {
    const drawn = await world.result(draw({ model: "cobalt" }));
    const varied = await drawnOn(
      world.discord.press({ user: world.member, message: drawn, emoji: "🔀" }),
    );
    expect(varied.webui).toBe(plain.url);
    expect(plain.drawings.at(-1)?.route).toBe("img2img");
    const image = await pngFile({ name: "a.png", colour: "olive" });
    const options = { image, prompt: "a mill", model: "cobalt", extend: "left", steps: 1 };
    const { webui, words } = await drawnOn(use("edit", options));
    expect(webui).toBe(plain.url);
    expect(words).not.toContain("left out");
  });

  it("waits for that webui while it is down", async () => {
    await sea.down();
    const host = new URL(sea.url).host;
    const isDown = (each: Record<string, unknown>) =>
      each["msg"] === "webui is down" && each["webui"] === host;
    await world.discord.waitFor(() => world.easel.log().some(isDown), 20_000);
    const asked = draw({ model: "wave", lora: "foam" });
    const message = await world.answer(asked);
    const isTold = () => world.discord.textOf(message).includes("No webui can be reached");
    await world.discord.waitFor(isTold, 15_000);
    // Others go on meanwhile.
    expect((await drawnOn(draw({ model: "oak" }))).webui).toBe(forest.url);
    await sea.up();
    await world.result(asked, 30_000);
    expect(sea.drawings.at(-1)?.body["prompt"]).toBe("a mill <lora:foam:1>");
  }, 40_000);
});
