import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take half a minute, most of it waiting: begun first, they end beside the many short ones. */
const long =
  /test\/(?:faults|page|waiting|other-webuis|store\/redis-kinds|webui\/(?:others|progress|kinds)|generation\/picture\/fit)/;

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // Those that share a process keep it as long as none comes that wants one of its own.
    const rank = ({ moduleId, project }: TestSpecification) =>
      (long.test(moduleId) ? 0 : 2) + (project.config.isolate ? 0 : 1);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
