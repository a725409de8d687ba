import { afterAll, beforeAll, describe } from "vitest";
import { buttons } from "./buttons.ts";
import { decisions } from "./decisions.ts";
import { drawing } from "./drawing.ts";
import { pictures } from "./pictures.ts";
import { withStableDiffusionCpp } from "./profiles.ts";
import { startVisit, type Visit } from "./visit.ts";

describe.concurrent.each(withStableDiffusionCpp)("on $kind", (profile) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await startVisit(profile);
  }, 60_000);
  afterAll(async () => visit.close());
  for (const steps of [drawing, buttons, pictures, decisions]) steps(profile, () => visit);
});
