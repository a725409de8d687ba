/** A text as it is in the tree of words, with the path to it. */
export type Leaf = { path: string; words: string | ((...args: never[]) => string) };

export function leavesOf(words: unknown, path = ""): Leaf[] {
  if (typeof words !== "object" || words === null) return [{ path, words } as Leaf];
  return Object.entries(words).flatMap(([key, inner]) =>
    leavesOf(inner, path === "" ? key : `${path}.${key}`),
  );
}

type Kind = "number" | "name" | "names" | "flag";

/** What a text does with its arguments tells what they are: nothing is left of types at run time. */
function kindsOf(words: (...args: never[]) => string, count: number): Kind[] {
  const kinds: Kind[] = Array.from({ length: count }, () => "flag");
  const probes = kinds.map((_, index) => {
    const list = ["a", "b"];
    return new Proxy(list, {
      get(target, key) {
        if (key === Symbol.toPrimitive)
          return (hint: string) => {
            kinds[index] = hint === "string" ? "name" : "number";
            return hint === "string" ? "name" : 12;
          };
        kinds[index] = "names";
        return Reflect.get(target, key) as unknown;
      },
    });
  });
  Reflect.apply(words, undefined, probes);
  return kinds;
}

const numbers = [0, 1, 2, 5, 21, 1200, 100_000];
const samples = (kind: Kind, index: number): unknown[] => {
  const [one, other] = [`Name${"ABCDEFG"[index]}`, `Other${"ABCDEFG"[index]}`];
  if (kind === "number") return numbers.map((number) => number * (index + 1));
  if (kind === "name") return [one, ""];
  return kind === "flag" ? [true, false] : [[one, other], [one], []];
};

/**
 * All that a text is to be asked for: each argument in all its kinds while the others are as usual, and left out where
 * English bears that.
 */
export function askingsOf({ words }: Leaf): unknown[][] {
  if (typeof words === "string") return [[]];
  const kinds = kindsOf(words, words.length);
  const usual = kinds.map((kind, index) => samples(kind, index).at(kind === "number" ? 4 : 0));
  const varied = kinds.flatMap((kind, index) =>
    [...samples(kind, index), undefined].map((value) => usual.with(index, value)),
  );
  return [usual, ...varied].filter((args) => !/undefined|NaN|^!/.test(tried({ words }, args)));
}

function tried(leaf: Pick<Leaf, "words">, args: unknown[]): string {
  try {
    return said(leaf, args);
  } catch {
    return "!";
  }
}

export const said = ({ words }: Pick<Leaf, "words">, args: unknown[]): string =>
  typeof words === "string" ? words : String(Reflect.apply(words, undefined, args));
