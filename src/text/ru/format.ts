import { formatsFor } from "../formats.ts";

export const { all, day, decimal, either, form, month, number, percent, plural, unit } = formatsFor<
  "one" | "few" | "many"
>("ru");
