/** What a language distinguishes when it counts: English `one` and `other`, Russian `few` and `many` besides. */
type Forms<Rule extends Intl.LDMLPluralRule> = Record<Rule | "other", string>;

/**
 * How a language writes numbers, dates and lists. Each is made by the first word that needs it: no start does, and the
 * first of them takes some 20 ms.
 */
export function formatsFor<Rule extends Intl.LDMLPluralRule>(locale: string) {
  const number = formatter<number>(() => new Intl.NumberFormat(locale));
  const units = new Map<string, Intl.NumberFormat>();
  let rules: Intl.PluralRules | undefined;
  let names: Intl.DisplayNames | undefined;
  /** The word that goes with so many. */
  const form = (count: number, forms: Forms<Rule>): string => {
    rules ??= new Intl.PluralRules(locale);
    const known: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string } = forms;
    return known[rules.select(count)] ?? known.other;
  };
  return {
    number,
    percent: formatter<number>(
      () => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }),
    ),
    decimal: formatter<number>(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })),
    /** "German (de)", as people read it and as they type it; what is no code of a language stands as it is. */
    language(code: string): string {
      if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(code)) return code;
      names ??= new Intl.DisplayNames(locale, { type: "language" });
      return `${names.of(code)} (${code})`;
    },
    /** Rounded down, as they are limits. */
    megapixels: formatter<number>(
      () => new Intl.NumberFormat(locale, { maximumFractionDigits: 1, roundingMode: "floor" }),
    ),
    /** "a, b or c" */
    either: formatter<string[]>(() => new Intl.ListFormat(locale, { type: "disjunction" })),
    /** "a, b and c" */
    all: formatter<string[]>(() => new Intl.ListFormat(locale, { type: "conjunction" })),
    /** Digits alone, as short as people write a date. */
    day: formatter<number>(() => new Intl.DateTimeFormat(locale, { ...utc, day: "numeric" })),
    month: formatter<number>(() => new Intl.DateTimeFormat(locale, { ...utc, year: "numeric" })),
    form,
    /** "1 picture", "2 pictures" */
    plural: (count: number, forms: Forms<Rule>) => `${number.format(count)} ${form(count, forms)}`,
    /** "2 hr" */
    unit(name: "second" | "minute" | "hour", value: number, digits: number): string {
      const key = `${name} ${digits}`;
      const made =
        units.get(key) ??
        new Intl.NumberFormat(locale, { style: "unit", unit: name, maximumFractionDigits: digits });
      units.set(key, made);
      return made.format(value);
    },
  };
}

const utc = { timeZone: "UTC", month: "numeric" } as const;

function formatter<Value>(make: () => { format(value: Value): string }) {
  let made: ReturnType<typeof make> | undefined;
  return { format: (value: Value): string => (made ??= make()).format(value) };
}
