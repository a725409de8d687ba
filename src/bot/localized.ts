/** What people read of a command, an option or a choice. */
const readKeys = ["name", "description"];

type Others = readonly (readonly [locale: string, value: unknown])[];

/**
 * Adds what other languages say, as `name_localizations` and `description_localizations`. All are the same but for such
 * words; what is the same in every language, such as the name of an option, gets none.
 */
export function localized(own: unknown, others: Others): unknown {
  if (Array.isArray(own)) return own.map((entry, index) => localized(entry, within(others, index)));
  if (typeof own !== "object" || own === null) return own;
  const entries = Object.entries(own).flatMap(([key, value]: [string, unknown]) => {
    const theirs = within(others, key);
    const entry = [key, localized(value, theirs)];
    if (!readKeys.includes(key)) return [entry];
    const different = theirs.filter(([, words]) => words !== value);
    if (different.length === 0) return [entry];
    return [entry, [`${key}_localizations`, Object.fromEntries(different)]];
  });
  return Object.fromEntries(entries);
}

const within = (others: Others, key: string | number): Others =>
  others.map(([locale, value]) => [locale, (value as Record<string | number, unknown>)[key]]);
