import { code } from "../discord/markdown.ts";
import { UserError } from "../errors.ts";
import { readFlags } from "../generation/flags.ts";
import { keepKnown } from "../generation/keep-known.ts";
import { namesOn } from "../generation/parameters.ts";
import { presetNames } from "../generation/presets.ts";
import { checkValues, type Values } from "../generation/request.ts";
import { resolveValues, splitSampler } from "../generation/resolve.ts";
import { orAway } from "./away.ts";
import type { Asking, Context } from "./command.ts";
import type { Remark } from "./make-work.ts";
import { notHere } from "./not-here.ts";
import { valuesOfResult } from "./preset-source.ts";

type Asked = { parameters: string | undefined; from: string | undefined };

/**
 * What is to be saved: what was typed, or what a result has; of both, what was typed counts.
 * @throws {UserError} when it cannot be saved so.
 */
export async function presetValues(
  interaction: Asking,
  { parameters, from }: Asked,
  context: Context,
): Promise<{ values: Values; remarks: Remark[] }> {
  const typed = await readTyped(parameters ?? "", context);
  if (parameters !== undefined && from === undefined) return typed;
  const result = await valuesOfResult(interaction, from, context);
  const { values, unknown } = keepKnown(result, context.webuis.catalogs());
  return {
    values: { ...withoutSize(values, typed.values), ...typed.values },
    remarks: [...typed.remarks, ...notHere(unknown)],
  };
}

async function readTyped(parameters: string, context: Context) {
  const { prompt, values, unknown } = readFlags(parameters, namesOn("draw"));
  if (values.preset !== undefined) throw new UserError((text) => text.presets.refused.nested);
  const words = prompt === "" ? {} : { prompt };
  const { seed, ...checked } = checkValues(presetNames, { ...values, ...words });
  const remark: Remark = (text) => text.remarks.unknownFlags(unknown.map(code));
  return {
    // -1 is any seed, which is what there is without one.
    values: await resolved({ ...checked, ...(Number(seed) >= 0 ? { seed } : {}) }, context),
    remarks: unknown.length === 0 ? [] : [remark],
  };
}

/** A name that no webui has may be new: their lists are read once more before it is refused. */
async function resolved(values: Values, { webuis }: Context): Promise<Values> {
  const resolve = () => resolveValues(splitSampler(values, webuis.catalogs()), webuis.catalogs());
  try {
    return resolve();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await orAway(() => webuis.renew());
    return resolve();
  }
}

/** Another size is another size as a whole. */
function withoutSize(values: Values, typed: Values): Values {
  const { width: _, height: __, aspect_ratio: ___, ...rest } = values;
  return (typed.width ?? typed.height ?? typed.aspect_ratio) === undefined ? values : rest;
}
