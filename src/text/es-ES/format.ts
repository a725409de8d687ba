import { formatsFor } from "../formats.ts";

export const {
  all,
  day,
  decimal,
  either,
  language,
  megapixels,
  month,
  number,
  percent,
  plural,
  unit,
} = formatsFor<"one">("es");
