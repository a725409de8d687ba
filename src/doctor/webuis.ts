import type { Config } from "../config.ts";
import { BackendError } from "../errors.ts";
import type { WebuiFacts } from "../webui/facts.ts";
import type { Catalog } from "../generation/catalog.ts";
import { webuiName } from "../generation/webui-name.ts";
import { readWebui } from "../webui/catalog.ts";
import { createWebui, type WebuiAddress } from "../webui/webui.ts";
import { doctor as words } from "../text/host/doctor.ts";
import { en } from "../text/en.ts";
import { type Finding, fine, told, wrong } from "./finding.ts";
import { guarded } from "./guarded.ts";
import type { Addresses } from "./roster.ts";
import { diagnose } from "./webui-trouble.ts";

/** One webui may take long over its lists, but not for ever. Milliseconds. */
const patienceMs = 60_000;

/** Those of `WEBUI_URLS` with those that owners added; those that they took out are not asked. */
export async function checkWebuis(
  { urls, login, headers }: Pick<Config["webui"], "urls" | "login" | "headers">,
  roster: Addresses,
): Promise<Finding[]> {
  const configured = new Map(urls.map((url) => [webuiName(url), url]));
  const names = [...new Set([...configured.keys(), ...roster.keys()])];
  const found = await Promise.all(
    names.map(async (name) => {
      const isOut = roster.has(name) && roster.get(name) === undefined;
      const url = configured.get(name) ?? roster.get(name);
      const line = en.doctor.checks.webui(name);
      if (isOut || url === undefined) return [told(line, words.webui.takenOut)];
      return guarded(line, async () => [await checkWebui({ url, login, headers })]);
    }),
  );
  return found.flat();
}

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
