import { formatsFor } from "../formats.ts";

export const { all, day, decimal, either, month, number, percent, unit } = formatsFor<never>("ko");
