import { formatsFor } from "../formats.ts";

export const { all, day, decimal, either, megapixels, month, number, percent, plural, unit } =
  formatsFor<"one">("fr");
