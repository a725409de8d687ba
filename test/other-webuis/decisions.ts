import { describe, expect, it } from "vitest";
import { inTurn, type Step } from "./visit.ts";

const small = { width: 64, height: 64 };

/** What members decide for themselves: settings, models, presets; and what they are told of it. */
export const decisions: Step = (_profile, visit) => {
  describe("decisions", inTurn, () => {
    it("of one's own hold for what one draws, as a setting and as a preset", async () => {
      const { use, saying, drawn } = visit();
      const set = { name: "steps", value: "3", scope: "me" };
      await saying(use("settings set", set), "**Steps** is now `3`");
      await saying(use("settings view"), "**Steps:** `3` · your own setting");
      const { body } = await drawn(use("draw", { prompt: "a hill", ...small }));
      expect(body["steps"]).toBe(3);
      const kept = { name: "Quick", parameters: "--steps 2 --cfg_scale 4" };
      await saying(use("preset save", kept), "Quick");
      const preset = await drawn(use("preset use", { name: "Quick", prompt: "a dale" }));
      expect(preset.body).toMatchObject({ prompt: "a dale", steps: 2, cfg_scale: 4 });
      const both = await drawn(
        use("draw", { prompt: "a dale", preset: "Quick", steps: 4, ...small }),
      );
      expect(both.body).toMatchObject({ steps: 4, cfg_scale: 4 });
      await saying(use("settings reset", { scope: "me" }), "forgotten");
    });

    it("are told: the models that are here, and what was drawn with them", async () => {
      const { use, saying, discord, webui } = visit();
      const list = await saying(use("models list"), "**Models**");
      const shown = discord.textOf(list);
      const known = webui.exchanges.find(({ path }) => path.endsWith("/sd-models"))?.answer;
      const names = (known as { model_name: string }[]).map((each) => each.model_name);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        expect(shown).toContain(name.split("_").at(-1));
        const about = await saying(
          use("models info", { model: name }),
          name.split("_").at(-1) ?? "",
        );
        expect(discord.textOf(about)).not.toContain("not here");
      }
      const stats = await saying(use("stats", { of: "me" }), "GPU time");
      expect(stats.attachments.length).toBeGreaterThan(0);
    });
  });
};
