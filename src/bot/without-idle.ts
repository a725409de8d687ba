import { hiresNames, idleIn } from "../generation/idle.ts";
import type { Values } from "../generation/request.ts";
import { without } from "../generation/unheeded.ts";
import type { Work } from "../generation/work.ts";
import { askedIn } from "./fit.ts";
import type { Draft, Remark } from "./make-work.ts";

/** Work without what is of no effect on it, whoever set that; what was asked for of it is said. */
export function withoutIdle<W extends Work>(work: W, draft: Draft): { work: W; remarks: Remark[] } {
  const idle = idleIn(work);
  // A canvas that was made for this has its size already.
  const { extend, width, height }: Values = work;
  const sized = extend === undefined ? {} : { width, height };
  const asked = askedIn(draft);
  const said = draft.complete === true ? [] : idle.filter((name) => asked[name] !== undefined);
  return {
    work: { ...without(work, idle), ...sized },
    remarks: [
      ...(said.some((name) => hiresNames.includes(name)) ? [withoutHires] : []),
      ...remarksOn(said.filter((name) => !hiresNames.includes(name))),
    ],
  };
}

const withoutHires: Remark = (text) => text.remarks.hiresWithoutTxt2img;

function remarksOn(names: ReturnType<typeof idleIn>): Remark[] {
  if (names.length === 0) return [];
  return [({ remarks, parameters }) => remarks.idle(names.map((name) => parameters[name].label))];
}
