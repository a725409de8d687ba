/** Made by the first word that needs it: no start does, and the first of them takes some 20 ms. */
function formatter<Value>(make: () => { format(value: Value): string }) {
  let made: ReturnType<typeof make> | undefined;
  return { format: (value: Value): string => (made ??= make()).format(value) };
}

export const number = formatter<number>(() => new Intl.NumberFormat("en"));
export const percent = formatter<number>(
  () => new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 }),
);
export const decimal = formatter<number>(
  () => new Intl.NumberFormat("en", { maximumFractionDigits: 2 }),
);
/** "a, b or c" */
export const either = formatter<string[]>(() => new Intl.ListFormat("en", { type: "disjunction" }));
/** "a, b and c" */
export const all = formatter<string[]>(() => new Intl.ListFormat("en", { type: "conjunction" }));
const utc = { timeZone: "UTC", month: "numeric" } as const;
export const day = formatter<number>(
  () => new Intl.DateTimeFormat("en", { ...utc, day: "numeric" }),
);
export const month = formatter<number>(
  () => new Intl.DateTimeFormat("en", { ...utc, year: "numeric" }),
);
export const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`;
