import { type Exchange, startWebui, type StandInWebui } from "../../src/demo/webui/start.ts";
import type { Chance } from "../faults/chance.ts";
import { loras, models } from "../faults/runs/webuis.ts";

/** One each; models and LoRAs that are on one of them only send jobs to and fro. */
const kinds = ["a1111", "forge", "sdnext"] as const;

export async function startSoakedWebuis(
  _: Chance,
  onExchange: (webui: StandInWebui, exchange: Exchange) => void,
): Promise<StandInWebui[]> {
  const started: StandInWebui[] = [];
  for (const [number, kind] of kinds.entries()) {
    const own = [models.somewhere[number] ?? []].flat();
    const webui: StandInWebui = await startWebui({
      kind,
      secondsPerStep: 0.1,
      secondsToLoadModel: 0.1,
      models: [...models.everywhere, ...own].map((name) => ({ name })),
      loras: [loras.everywhere, ...(number === 0 ? [loras.somewhere] : [])].map((name) => ({
        name,
      })),
      onExchange: (exchange) => onExchange(webui, exchange),
    });
    started.push(webui);
  }
  return started;
}
