import type { Blow } from "../blow.ts";

const hourMs = 3_600_000;

/** The clock of one machine is set; it is right again when the books are closed. */
export const clockBlows: readonly Blow[] = [
  {
    name: "clock jumps",
    weight: 3,
    async strike({ installation, chronicle, chance, excuses, later }) {
      const [first, ...more] = installation.programs;
      if (first === undefined) return;
      const program = chance.pick([first, ...more]);
      const offMs = chance.between(-hourMs, hourMs);
      program.setClock(offMs);
      chronicle.note(`the clock of ${program.name} jumps by ${Math.round(offMs / 1_000)} s`);
      // By its clock a token may be too old.
      excuses.elsewhere = true;
      later(() => program.setClock(0));
    },
  },
];
