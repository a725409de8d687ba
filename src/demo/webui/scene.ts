import { createChance, hashText } from "./chance.ts";

export type Colour = [number, number, number];

export interface Layer {
  colour: Colour;
  /** Colour at the bottom of the picture. */
  deep: Colour;
  /** Where it begins, in parts of the height, for a place across the picture (0 to 1, longer side = 1). */
  top: (x: number) => number;
}

export interface Scene {
  sky: [Colour, Colour, Colour];
  sun: { x: number; y: number; radius: number; colour: Colour; glow: number };
  stars: number;
  /** From the far to the near. */
  layers: Layer[];
  /** Where water begins, in parts of the height. */
  water: number | undefined;
}

type Palette = { sky: [Colour, Colour, Colour]; far: Colour; near: Colour; sun: Colour };

const rgb = (hex: number): Colour => [(hex >> 16) & 255, (hex >> 8) & 255, hex & 255];

function palette(
  top: number,
  middle: number,
  low: number,
  far: number,
  near: number,
  sun: number,
): Palette {
  return { sky: [rgb(top), rgb(middle), rgb(low)], far: rgb(far), near: rgb(near), sun: rgb(sun) };
}

const palettes: Record<string, Palette> = {
  sunset: palette(0x2b2d5b, 0xd1495b, 0xf6ae2d, 0xb5547a, 0x1d1535, 0xfff1c1),
  morning: palette(0x6fa8dc, 0xf7cac9, 0xfff3d6, 0xa8b8cf, 0x2f4858, 0xfff9e6),
  night: palette(0x050816, 0x101b3f, 0x27406b, 0x1f3158, 0x04060f, 0xf4f1de),
  forest: palette(0x8ecae6, 0xcfe8d5, 0xf1f7d4, 0x8fb996, 0x12372a, 0xfffbe0),
  desert: palette(0x4f86c6, 0xf3d9b1, 0xf9b572, 0xe29578, 0x7f3b22, 0xfff4d2),
  snow: palette(0x7da2c9, 0xcfdfee, 0xf7fbff, 0xbcd0e5, 0x5f7f9f, 0xffffff),
  neon: palette(0x10002b, 0x5a189a, 0xff6d9e, 0x7b2cbf, 0x0d0221, 0x8affff),
  mint: palette(0x0b525b, 0x4d9f93, 0xf2e9ce, 0x6aa79c, 0x0b2b33, 0xffe8a3),
  plum: palette(0x355070, 0xb56576, 0xeaac8b, 0x8d6a8e, 0x231f35, 0xffe5d0),
};

const paletteWords: [RegExp, string][] = [
  [/night|moon|midnight|space|nacht|star/, "night"],
  [/sunset|dusk|evening|fire|lava|dragon/, "sunset"],
  [/snow|winter|ice|arctic/, "snow"],
  [/desert|sand|dune|mars|canyon/, "desert"],
  [/forest|wood|jungle|meadow|garden|green/, "forest"],
  [/neon|cyber|synth|robot/, "neon"],
  [/morning|dawn|sunrise|spring/, "morning"],
];

const shapeWords: [RegExp, Shape][] = [
  [/castle|fort|tower|palace|ruin|temple|church/, "castle"],
  [/city|town|street|skyline|neon|cyber|house|village/, "city"],
  [/forest|tree|wood|jungle|pine|wolf|fox|deer/, "trees"],
  [/mountain|alps|peak|rock|canyon|dragon/, "peaks"],
];

type Shape = "castle" | "city" | "trees" | "peaks" | "hills";
const shapes: Shape[] = ["castle", "city", "trees", "peaks", "hills"];

const mix = (a: Colour, b: Colour, part: number): Colour => [
  a[0] + (b[0] - a[0]) * part,
  a[1] + (b[1] - a[1]) * part,
  a[2] + (b[2] - a[2]) * part,
];

export interface SceneRequest {
  seed: number;
  subseed?: number;
  subseedStrength?: number;
  /** What is drawn and with what: each word may change the colours and shapes. */
  words: string;
  model: string;
}

/** Numbers from the seed, drawn towards those of the subseed: a variation is a neighbour of its picture. */
function createBlend({ seed, subseed = 0, subseedStrength = 0 }: SceneRequest): () => number {
  const one = createChance(seed);
  const two = createChance(subseed);
  return () => one() * (1 - subseedStrength) + two() * subseedStrength;
}

export function createScene(request: SceneRequest): Scene {
  const words = request.words.toLowerCase();
  const chance = createBlend(request);
  const names = Object.keys(palettes);
  const any = names[hashText(request.words + request.model) % names.length] ?? "sunset";
  const chosen = palettes[paletteWords.find(([word]) => word.test(words))?.[1] ?? any]!;
  const tint = createChance(hashText(request.model + request.words));
  const shade: Colour = [tint() * 255, tint() * 255, tint() * 255];
  const colour = (c: Colour) => mix(c, shade, 0.12);
  const shape =
    shapeWords.find(([word]) => word.test(words))?.[1] ??
    shapes[Math.floor(chance() * shapes.length)]!;
  const count = 3 + Math.floor(chance() * 3);
  const horizon = 0.42 + chance() * 0.18;
  const layers = Array.from({ length: count }, (_, i): Layer => {
    const part = i / (count - 1);
    const shapeHere = i === Math.floor(count / 2) || shape === "peaks" || shape === "trees";
    const top = ridge(chance, horizon + part * 0.34, 0.05 + 0.07 * (1 - part));
    return {
      colour: colour(mix(chosen.far, chosen.near, part)),
      deep: colour(mix(chosen.far, chosen.near, Math.min(1, part + 0.35))),
      top: shapeHere ? withShape(shape, top, chance, part) : top,
    };
  });
  const dark = (chosen.sky[0][0] + chosen.sky[0][1] + chosen.sky[0][2]) / 3;
  return {
    sky: [colour(chosen.sky[0]), colour(chosen.sky[1]), colour(chosen.sky[2])],
    sun: {
      x: 0.15 + chance() * 0.7,
      y: 0.12 + chance() * (horizon - 0.1),
      radius: 0.04 + chance() * 0.07,
      colour: chosen.sun,
      glow: 0.35 + chance() * 0.5,
    },
    stars: dark < 45 ? 140 : 0,
    layers,
    water:
      /sea|ocean|lake|river|ship|boat|water|beach|island/.test(words) || chance() < 0.25
        ? 0.8
        : undefined,
  };
}

function ridge(chance: () => number, base: number, height: number): (x: number) => number {
  const waves = [2, 5, 11].map((pace) => ({
    pace: pace * (0.7 + chance() * 0.6),
    phase: chance() * 7,
    size: height / Math.sqrt(pace),
  }));
  return (x) =>
    waves.reduce((sum, { pace, phase, size }) => sum + Math.sin(x * pace + phase) * size, base);
}

function withShape(
  shape: Shape,
  ground: (x: number) => number,
  chance: () => number,
  part: number,
): (x: number) => number {
  const offset = chance();
  const local = createChance(Math.floor(chance() * 1e9));
  if (shape === "castle") return castle(ground, 0.3 + offset * 0.35, local);
  if (shape === "city") return city(ground, local);
  if (shape === "trees") return trees(ground, offset, 0.03 + part * 0.12, local);
  if (shape === "peaks")
    return (x) => ground(x) - (1 - part) * 0.25 * Math.abs(((x * 3 + offset) % 1) - 0.5);
  return ground;
}

function castle(ground: (x: number) => number, middle: number, chance: () => number) {
  const towers = Array.from({ length: 5 }, (_, i) => ({
    x: middle + (i - 2) * 0.055,
    half: 0.012 + chance() * 0.012,
    height: 0.1 + chance() * 0.16 + (i === 2 ? 0.06 : 0),
    pointed: chance() < 0.6,
  }));
  const floor = ground(middle) + 0.03;
  return (x: number) => {
    let top = ground(x);
    if (Math.abs(x - middle) < 0.125)
      top = Math.min(top, floor - 0.08 - (Math.floor(x * 160) % 2 ? 0.012 : 0));
    for (const tower of towers) {
      const away = Math.abs(x - tower.x);
      if (away > tower.half * 1.35) continue;
      const roof = tower.pointed ? 0.07 * (1 - away / (tower.half * 1.35)) : 0;
      const battlement = !tower.pointed && Math.floor(x * 260) % 2 ? 0.012 : 0;
      if (roof > 0 || away < tower.half)
        top = Math.min(top, floor - tower.height - roof - battlement);
    }
    return top;
  };
}

function city(ground: (x: number) => number, chance: () => number) {
  const heights = Array.from({ length: 40 }, () => 0.03 + chance() ** 2 * 0.24);
  return (x: number) => ground(0.5) + 0.04 - (heights[Math.floor(x * 26) % 40] ?? 0);
}

function trees(ground: (x: number) => number, offset: number, size: number, chance: () => number) {
  const heights = Array.from({ length: 32 }, () => 0.4 + chance() * 0.6);
  const pace = 1.1 / size;
  return (x: number) => {
    const at = x * pace + offset * 9;
    const height = heights[Math.floor(at) % 32] ?? 0;
    const away = Math.abs((at % 1) - 0.5) * 2;
    const tooth = 0.12 * (((1 - away) * 5) % 1);
    return ground(x) - size * height * Math.max(0, 1 - away - tooth);
  };
}
