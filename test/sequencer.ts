import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take half a minute, most of it waiting: begun first, they end beside the many short ones. */
const long =
  /test\/(?:faults|page|waiting|other-webuis|webui\/(?:others|progress|kinds)|generation\/picture\/fit)/;

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
