import { createModelBooks } from "../../src/store/model-book.ts";
import { createSettings } from "../../src/store/settings.ts";
import type { SettingName } from "../../src/generation/settings.ts";
import { redisIn } from "../harness/redis.ts";

/** What a server might have decided before the picture is taken. */
export async function decidedBefore(
  dataDir: string,
  { guildId, auditId }: { guildId: string; auditId: string },
): Promise<void> {
  const redis = redisIn(dataDir);
  const settings = createSettings(redis);
  const set = (values: Partial<Record<SettingName, unknown>>) =>
    Promise.all(
      Object.entries(values).map(([name, value]) =>
        // Only names of settings stand above.
        settings.set({ scope: "server", id: guildId }, name as SettingName, () => value),
      ),
    );
  await set({
    steps: 24,
    cfg_scale: 6,
    sampler_name: "DPM++ 2M",
    negative_prompt: "blurry, watermark",
    max_waiting: 5,
    max_count: 4,
    max_pixels: 2_097_152,
    gpu_seconds_per_day: 1_800,
    cooldown_seconds: 5,
    banned_words: ["swordfish", "trout*"],
    always_negative: ["text"],
    audit_channel: auditId,
  });
  await createModelBooks(redis).change(guildId, (known) => ({
    ...known,
    models: {
      ...known.models,
      "xl_aurora-xl": {
        title: "xl/aurora-xl.safetensors",
        name: "Aurora, for everything",
        profile: { activator: "aurora style", values: { steps: 30, cfg_scale: 5 } },
      },
    },
  }));
  redis.disconnect();
}
