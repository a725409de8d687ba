import type { StandInWebui } from "../../../src/demo/webui/start.ts";
import type { Chance } from "../chance.ts";
import type { Excuses } from "./excuses.ts";
import type { Installation } from "./installation.ts";
import type { Chronicle } from "./story.ts";
import type { Kind } from "./webuis.ts";

/** What a blow falls upon. */
export type Scene = {
  installation: Installation;
  chronicle: Chronicle;
  chance: Chance;
  excuses: Excuses;
  /** Called once the books are closed. */
  later(undo: () => void): void;
};

/** Something that happens to an installation while people draw. */
export type Blow = {
  name: string;
  /** How Easel must be run for it; any way if not said. */
  on?: readonly Kind[];
  /** How often it is chosen, next to the others. */
  weight: number;
  /** Resolves when what was done is undone. */
  strike(scene: Scene): Promise<void>;
};

export const apart: readonly Kind[] = ["apart", "shared"];

export function anyWebui({ installation, chance }: Scene): StandInWebui {
  const [first, ...more] = installation.webuis;
  if (first === undefined) throw new Error("no webui");
  return chance.pick([first, ...more]);
}

export const isMeant = (blow: Blow, kind: Kind) => blow.on?.includes(kind) ?? true;
