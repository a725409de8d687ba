/** Ways in which it ends that a result is held for moderators. */
const decisions = ["approved", "rejected", "expired"] as const;
export type Decision = (typeof decisions)[number];

/** Who decided; nobody where the time was up. */
export type Verdict = { decision: Decision; by: string };

/** As one text, so that it is noted in one step. */
export const toVerdict = (decision: Decision, by = ""): string => `${decision}:${by}`;

export function readVerdict(text: string | undefined): Verdict | undefined {
  const [, said, by = ""] = /^(\w+):(.*)$/s.exec(text ?? "") ?? [];
  const decision = decisions.find((each) => each === said);
  return decision === undefined ? undefined : { decision, by };
}
