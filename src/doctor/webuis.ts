import { BackendError } from "../errors.ts";
import type { WebuiFacts } from "../webui/facts.ts";
import type { Catalog } from "../generation/catalog.ts";
import { readWebui } from "../webui/catalog.ts";
import { createWebui, type WebuiAddress } from "../webui/webui.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { en } from "../text/en.ts";
import { type Finding, fine, wrong } from "./finding.ts";
import { diagnose } from "./webui-trouble.ts";

/** One webui may take long over its lists, but not for ever. Milliseconds. */
const patienceMs = 60_000;

/** What a webui is and has, or what keeps Easel from it. */
export async function checkWebui(address: WebuiAddress): Promise<Finding> {
  const webui = createWebui(address);
  const name = en.doctor.checks.webui(webui.name);
  try {
    const { catalog, facts } = await readWebui(webui, AbortSignal.timeout(patienceMs));
    const { models } = catalog.lists;
    return models.length === 0
      ? wrong(name, words.webui.noModel, words.webui.noModelRemedy)
      : fine(name, factsOf(catalog, facts));
  } catch (error) {
    if (!(error instanceof BackendError) && !isLate(error)) throw error;
    const { what, remedy } = await diagnose(error, address);
    return wrong(name, what, remedy);
  } finally {
    await webui.http.close();
  }
}

const isLate = (error: unknown) => error instanceof Error && error.name === "TimeoutError";

function factsOf({ kind, lists }: Catalog, { detailer }: WebuiFacts): string {
  const { webui: say } = words;
  return [
    en.kinds[kind],
    en.admin.facts(lists.models.length, lists.loras.length),
    say.extension("ControlNet", lists.controlTypes.length > 0),
    say.extension("ADetailer", detailer === "adetailer"),
  ].join(", ");
}
