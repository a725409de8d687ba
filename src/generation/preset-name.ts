import { UserError } from "../errors.ts";

/** Characters of a preset's name. */
export const maxPresetName = 50;

/** Joiners and variation selectors, of which emoji and some scripts are made. */
const joining = /\u200c|\u200d|\ufe0e|\ufe0f/g;
/** What nobody sees, or what turns the text around it. */
const hidden = /[\p{C}\p{Default_Ignorable_Code_Point}]/u;
/** What would be read as a flag, or looks like a mention. */
const flag = /(?<!\S)(?:--|[\u2013\u2014])\S/u;
const mention = /@(?:everyone|here)|<[@#]/i;

/** The same for all spellings of one name: case, width, blanks and joiners do not tell two apart. */
export function foldPresetName(name: string): string {
  const plain = (text: string) => text.normalize("NFKC").replace(joining, "");
  // By way of capitals, which have fewer forms.
  return plain(plain(name).toUpperCase().toLowerCase()).replace(/\s+/g, " ").trim();
}

/**
 * A preset's name as it is kept.
 * @throws {UserError} saying why it cannot be one.
 */
export function readPresetName(typed: string): string {
  const name = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  if (name.length > maxPresetName) {
    throw new UserError((text) => text.presets.refused.longName(maxPresetName));
  }
  if (foldPresetName(name) === "") throw new UserError((text) => text.presets.refused.noName);
  const bare = name.replace(joining, "");
  if (hidden.test(bare) || flag.test(name) || mention.test(name)) {
    throw new UserError((text) => text.presets.refused.badName);
  }
  return name;
}
