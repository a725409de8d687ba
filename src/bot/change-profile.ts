import { code } from "../discord/markdown.ts";
import { modelName } from "../discord/models.ts";
import { type Subcommand, typedIn } from "../discord/subcommand.ts";
import type { BookEntry } from "../generation/model-book.ts";
import { type ModelProfile, profileNames } from "../generation/model-profile.ts";
import { checkValues } from "../generation/request.ts";
import { resolveValues, splitSampler } from "../generation/resolve.ts";
import type { Text } from "../text/en.ts";
import type { Context } from "./command.ts";
import { type Change, type Done, writeEntry } from "./model-change.ts";
import { nameOf } from "./read-models.ts";

/** Adds to a model's profile, or begins it anew; undefined where nothing is asked of it. */
export async function changeProfile(change: Change): Promise<Done | undefined> {
  const { asked, model, context } = change;
  const given = readProfile(asked, context);
  const anew = typedIn(asked, "reset") === "true";
  if (!anew && !saysAnything(given)) return undefined;
  await writeEntry(change, (known) => withProfile(known, given, anew));
  const name = modelName(nameOf(model));
  return {
    said: (text) => {
      const what = linesOf(given, text).join(", ");
      return [
        ...(anew ? [text.models.profileForgotten(name)] : []),
        ...(what === "" ? [] : [text.models.profileKept(name, what)]),
      ].join("\n");
    },
    noted: (text) => {
      const what = linesOf(given, text).join(", ");
      return what === ""
        ? text.models.audit.profileForgotten(name)
        : text.models.audit.profile(name, what, anew);
    },
  };
}

function withProfile(known: BookEntry, given: ModelProfile, anew: boolean): BookEntry {
  const { profile: old, ...rest } = known;
  const before = anew ? undefined : old;
  const profile: ModelProfile = {
    ...before,
    ...given,
    values: { ...before?.values, ...given.values },
  };
  return saysAnything(profile) ? { ...rest, profile } : rest;
}

const saysAnything = ({ activator, values }: ModelProfile) =>
  activator !== undefined || Object.keys(values).length > 0;

/**
 * What was given, names in the webuis' own spelling.
 * @throws {UserError} when a value is out of bounds, or no webui has it.
 */
function readProfile(asked: Subcommand, { webuis }: Context): ModelProfile {
  const filled = new Map<string, unknown>(
    asked.options.flatMap((option) =>
      "value" in option ? [[option.name, option.value] as const] : [],
    ),
  );
  const typed = profileNames.flatMap((name) =>
    filled.has(name) ? [[name, filled.get(name)] as const] : [],
  );
  const catalogs = webuis.catalogs();
  const checked = checkValues(profileNames, Object.fromEntries(typed));
  const values = resolveValues(splitSampler(checked, catalogs), catalogs);
  const activator = (typedIn(asked, "activator") ?? "").trim();
  return { ...(activator === "" ? {} : { activator }), values };
}

function linesOf({ activator, values }: ModelProfile, text: Text): string[] {
  return [
    ...(activator === undefined ? [] : [`${text.models.fields.activator} ${code(activator)}`]),
    ...profileNames.flatMap((name) =>
      values[name] === undefined
        ? []
        : [`${text.parameters[name].label} ${code(`${values[name] as string | number}`)}`],
    ),
  ];
}
