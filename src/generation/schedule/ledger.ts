/** What a scheduler knows of one job. */
export type WaitingJob = {
  id: string;
  userId: string;
  /** The server; one name for all direct messages. */
  guildId: string;
  /** The member's, by role: with 2 a member gets twice the GPU time of one with 1. */
  weight: number;
  /** The server's, among servers. */
  guildWeight: number;
  /** Seconds that drawing it takes on this webui, without loading a model. */
  cost: number;
  /** None: it is done with whatever is loaded. */
  model: string | undefined;
  /** This webui can do it. */
  fitsHere: boolean;
  arrivedAt: number;
};

/** GPU seconds by weight: who has the least is next. Nobody counts as having less than `floor`, so idling saves nothing up. */
type Account = { floor: number; times: Record<string, number> };

type Share = Pick<WaitingJob, "userId" | "guildId" | "weight" | "guildWeight">;

/** All that is remembered from one choice to the next: plain data, to be kept as one document. */
export type Ledger = {
  guilds: Account;
  /** The members of each server. */
  members: Record<string, Account>;
  /** What was charged for the jobs that are being drawn. */
  drawing: Record<string, Share & { seconds: number }>;
  /** GPU seconds that others were given while it was a member's turn. */
  putOff: Record<string, number>;
  /** GPU seconds of a member's later jobs that went before an older one, by member and older job. */
  passed: Record<string, Record<string, number>>;
};

export const emptyLedger: Ledger = {
  guilds: { floor: 0, times: {} },
  members: {},
  drawing: {},
  putOff: {},
  passed: {},
};

const emptyAccount: Account = { floor: 0, times: {} };

export const memberOf = ({ guildId, userId }: Waiting) => `${guildId}/${userId}`;

export function guildTime({ guilds }: Ledger, { guildId }: Pick<Share, "guildId">): number {
  return timeOf(guilds, guildId);
}

export function memberTime({ members }: Ledger, member: Waiting): number {
  return timeOf(members[member.guildId] ?? emptyAccount, member.userId);
}

function timeOf({ floor, times }: Account, name: string): number {
  return Math.max(floor, times[name] ?? floor);
}

/** Lets a member and the server pay for GPU time; less than nothing gives it back. */
export function charge(ledger: Ledger, share: Share, seconds: number): Ledger {
  const { guildId, userId, weight, guildWeight } = share;
  const own = ledger.members[guildId] ?? emptyAccount;
  return {
    ...ledger,
    guilds: add(ledger.guilds, guildId, seconds / guildWeight),
    members: { ...ledger.members, [guildId]: add(own, userId, seconds / weight) },
  };
}

function add(account: Account, name: string, time: number): Account {
  const times = { ...account.times, [name]: timeOf(account, name) + time };
  return { ...account, times };
}

/** A job begins: what it is thought to take is paid at once, so that the next choice knows of it. */
export function begin(ledger: Ledger, { id, cost, ...job }: WaitingJob): Ledger {
  const { userId, guildId, weight, guildWeight } = job;
  const share = { userId, guildId, weight, guildWeight };
  return {
    ...charge(ledger, share, cost),
    drawing: { ...ledger.drawing, [id]: { ...share, seconds: cost } },
  };
}

/**
 * A job ended that drew for `seconds`, without loading: 0 for one that goes back to the queue. When nothing waits and
 * nothing is drawn any more, all is forgotten.
 */
export function settle(ledger: Ledger, id: string, seconds: number, waiting: number): Ledger {
  const { [id]: charged, ...drawing } = ledger.drawing;
  if (waiting === 0 && Object.keys(drawing).length === 0) return emptyLedger;
  if (charged === undefined) return ledger;
  return charge({ ...ledger, drawing }, charged, seconds - charged.seconds);
}

/** What is drawn and waits again was lost by its worker, and is paid back. */
export function takeBack(ledger: Ledger, waiting: readonly WaitingJob[]): Ledger {
  const lost = waiting.filter(({ id }) => id in ledger.drawing);
  return lost.reduce((now, { id }) => settle(now, id, 0, lost.length), ledger);
}

/**
 * Raises the floors to the least time among those who wait for a webui that is there, and forgets what tells nothing any
 * more: times at the floor, and servers that neither wait nor draw.
 */
export function tidy(
  ledger: Ledger,
  waiting: readonly Pick<Share, "guildId">[],
  reachable: readonly { guildId: string; guildTime: number; time: number }[],
): Ledger {
  const drawing = Object.values(ledger.drawing);
  const busy = new Set([...waiting, ...drawing].map(({ guildId }) => guildId));
  const least = new Map<string, number>();
  for (const { guildId, time } of reachable)
    least.set(guildId, Math.min(least.get(guildId) ?? Infinity, time));
  const guilds = raise(ledger.guilds, Math.min(...reachable.map((turn) => turn.guildTime)));
  const members: Record<string, Account> = {};
  for (const [guildId, account] of Object.entries(ledger.members)) {
    if (!busy.has(guildId) && guilds.times[guildId] === undefined) continue;
    members[guildId] = raise(account, least.get(guildId) ?? Infinity);
  }
  return { ...ledger, guilds, members };
}

/** Who waits. */
type Waiting = Pick<Share, "guildId" | "userId">;

function raise(account: Account, to: number): Account {
  if (!Number.isFinite(to) || to <= account.floor) return account;
  const above = Object.entries(account.times).filter(([, time]) => time > to);
  return { floor: to, times: Object.fromEntries(above) };
}
