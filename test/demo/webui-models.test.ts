import { describe, expect, test } from "vitest";
import { withWebui, type Client } from "./webui-client.ts";

const small = { prompt: "a lake", width: 64, height: 64, steps: 1, seed: 1 };
const models = [
  { name: "one.safetensors", hash: "1111111111" },
  { name: "sub/two.safetensors", hash: "2222222222" },
  { name: "three.ckpt", hash: null },
];

const drawnWith = async ({ draw, info }: Client, sd_model_checkpoint?: string): Promise<string> => {
  const override_settings = sd_model_checkpoint === undefined ? {} : { sd_model_checkpoint };
  return info(await draw({ ...small, override_settings })).sd_model_name;
};

describe("checkpoints of the stand-in webui", () => {
  test("the list names them as the server does, and a hash appears at the first load", async () => {
    await withWebui({ models }, async (client) => {
      const list = async () => (await client.get("/sdapi/v1/sd-models")).json;
      expect(await list()).toMatchObject([
        {
          title: "one.safetensors [1111111111]",
          model_name: "one",
          hash: "1111111111",
          config: null,
        },
        { title: "sub/two.safetensors [2222222222]", model_name: "sub_two" },
        { title: "three.ckpt", model_name: "three", hash: null, sha256: null },
      ]);
      expect(await drawnWith(client, "three")).toBe("three");
      const [, , three] = await list();
      expect(three.hash).toMatch(/^[0-9a-f]{10}$/);
      expect(three.title).toBe(`three.ckpt [${three.hash}]`);
      expect(three.sha256.slice(0, 10)).toBe(three.hash);
    });
  });

  const names = [
    "sub/two.safetensors [2222222222]",
    "sub/two.safetensors",
    "sub_two",
    "two",
    "2222222222",
    "two [2222222222]",
  ];
  test.each(names)("%s is understood", async (name) => {
    await withWebui({ models }, async (client) => {
      expect(await drawnWith(client, name)).toBe("sub_two");
      expect(client.webui.drawings[0]?.modelUsed).toBe("sub_two");
    });
  });

  test.each(["nobody", "TWO", "two.ckpt"])("%s is ignored without a word", async (name) => {
    await withWebui({ models }, async (client) => {
      expect(await drawnWith(client, name)).toBe("one");
    });
  });

  test("the option goes back after a run, the weights stay, and the next run pays", async () => {
    await withWebui({ models }, async (client) => {
      const { webui, get } = client;
      await drawnWith(client);
      expect(webui.swaps()).toBe(1);
      await drawnWith(client, "two");
      await drawnWith(client, "two");
      expect(webui.swaps()).toBe(2);
      const options = await get("/sdapi/v1/options");
      expect(options.json.sd_model_checkpoint).toBe("one.safetensors [1111111111]");
      expect(await drawnWith(client)).toBe("one");
      expect(webui.swaps()).toBe(3);
    });
  });

  test("without restoring, the override stays in memory", async () => {
    await withWebui({ models }, async (client) => {
      const override_settings = { sd_model_checkpoint: "two", jpeg_quality: 33 };
      await client.draw({
        ...small,
        override_settings,
        override_settings_restore_afterwards: false,
      });
      expect((await client.get("/sdapi/v1/options")).json.jpeg_quality).toBe(33);
      expect(await drawnWith(client)).toBe("sub_two");
      expect(client.webui.swaps()).toBe(1);
    });
  });

  test("an unknown override restores those before it", async () => {
    await withWebui({ models }, async ({ draw, get }) => {
      const reply = await draw({ ...small, override_settings: { jpeg_quality: 33, wombat: 1 } });
      expect(reply.json.error).toBe("KeyError");
      expect((await get("/sdapi/v1/options")).json.jpeg_quality).toBe(80);
    });
  });

  test("without any checkpoint every run fails", async () => {
    await withWebui({ models: [] }, async ({ draw }) => {
      expect((await draw(small)).json.error).toBe("FileNotFoundError");
    });
  });

  test("unloading is not under the lock and breaks a running job", async () => {
    await withWebui({ models, secondsPerStep: 0.01 }, async ({ draw, post, webui }) => {
      const drawing = draw({ ...small, width: 512, height: 512, steps: 20 });
      await new Promise((resolve) => setTimeout(resolve, 80));
      expect(webui.drawings[0]?.state).toBe("drawing");
      expect(await post("/sdapi/v1/unload-checkpoint")).toMatchObject({ status: 200, json: {} });
      expect((await drawing).json.error).toBe("AttributeError");
    });
  });
});

describe("options of the stand-in webui", () => {
  test("there are some 300, and posting some sets and saves them", async () => {
    await withWebui({ models }, async ({ get, post, webui }) => {
      expect(Object.keys((await get("/sdapi/v1/options")).json).length).toBeGreaterThan(290);
      expect(await post("/sdapi/v1/options", { sd_model_checkpoint: "two" })).toMatchObject({
        status: 200,
        json: null,
      });
      expect(webui.swaps()).toBe(1);
      await webui.down();
      await webui.up();
      expect((await get("/sdapi/v1/options")).json.sd_model_checkpoint).toBe("two");
    });
  });

  test("an unknown checkpoint is a 500 and changes nothing", async () => {
    await withWebui({ models }, async ({ get, post }) => {
      const reply = await post("/sdapi/v1/options", {
        jpeg_quality: 5,
        sd_model_checkpoint: "nobody",
      });
      expect(reply).toMatchObject({
        status: 500,
        json: { error: "RuntimeError", errors: "model 'nobody' not found" },
      });
      expect((await get("/sdapi/v1/options")).json.jpeg_quality).toBe(80);
    });
  });

  test("an unknown option is a 500, and those before it are set but not saved", async () => {
    await withWebui({ models }, async ({ get, post, webui }) => {
      const reply = await post("/sdapi/v1/options", { jpeg_quality: 5, wombat: 1, n_rows: 3 });
      expect(reply).toMatchObject({ status: 500, json: { error: "KeyError", errors: "'wombat'" } });
      expect((await get("/sdapi/v1/options")).json).toMatchObject({ jpeg_quality: 5, n_rows: -1 });
      await webui.down();
      await webui.up();
      expect((await get("/sdapi/v1/options")).json.jpeg_quality).toBe(80);
    });
  });

  test("frozen settings refuse", async () => {
    await withWebui({ models, freezeSettings: true }, async ({ post }) => {
      expect((await post("/sdapi/v1/options", { n_rows: 3 })).json.error).toBe("AssertionError");
    });
  });

  test("the flags leak the passwords", async () => {
    await withWebui({ gradioAuth: "ann:tea" }, async ({ get }) => {
      expect((await get("/sdapi/v1/cmd-flags")).json).toMatchObject({
        gradio_auth: "ann:tea",
        api_auth: null,
      });
    });
  });
});
