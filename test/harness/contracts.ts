import type { Exchange as DiscordExchange } from "../../src/demo/discord/start.ts";
import type { Exchange as WebuiExchange, Kind } from "../../src/demo/webui/start.ts";
import { createDiscordContract } from "./discord-contract.ts";
import { createWebuiContract } from "./webui-contract.ts";

/** What is wrong with an exchange, by the side that is to blame; the answer is looked at when somebody asks. */
export type Contract<Exchange, Detail = undefined> = (
  exchange: Exchange,
  detail?: Detail,
) => { name: string; request: string[]; answer: () => string[] };

type Options = {
  /** Requests that break a contract on purpose. */
  allow?: (exchange: DiscordExchange | WebuiExchange) => boolean;
  /** Also hold the stand-ins' answers to the contract. */
  answers?: boolean;
};

/** Read once for all worlds of a test file. */
let contracts: ReturnType<typeof load> | undefined;
const load = () => ({ discord: createDiscordContract(), webui: createWebuiContract() });

/**
 * Holds every request to the OpenAPI files of both sides, where these are present. What comes is put by and checked
 * when somebody asks, so that no test waits longer for an answer.
 */
export async function createContracts({ allow = () => false, answers = false }: Options = {}) {
  contracts ??= load();
  const { discord, webui } = contracts;
  const [violations, standInViolations] = [new Set<string>(), new Set<string>()];
  const checked = new Map<string, number>();
  const waiting: (() => void)[] = [];

  function take<Exchange extends DiscordExchange | WebuiExchange, Detail>(
    side: string,
    contract: Contract<Exchange, Detail>,
    exchange: Exchange,
    detail?: Detail,
  ) {
    const found = contract(exchange, detail);
    const operation = `${side} ${found.name}`;
    checked.set(operation, (checked.get(operation) ?? 0) + 1);
    if (!allow(exchange)) note(violations, operation, found.request);
    if (answers) note(standInViolations, `${operation} ${exchange.status}`, found.answer());
  }
  function settle() {
    for (const check of waiting.splice(0)) check();
  }

  return {
    /** Whether there is something to hold the requests to. */
    present: discord !== undefined && webui !== undefined,
    /** What is wrong with Easel's requests. */
    get violations(): string[] {
      settle();
      return [...violations];
    },
    /** What is wrong with the stand-ins' answers, where `answers` asked for it. */
    get standInViolations(): string[] {
      settle();
      return [...standInViolations];
    },
    /** How often each operation was met. */
    get checked(): ReadonlyMap<string, number> {
      settle();
      return checked;
    },
    checkDiscord: (exchange: DiscordExchange): void => {
      if (discord !== undefined) waiting.push(() => take("Discord", discord, exchange));
    },
    /** `kind` not said: what any kind of webui knows is right. */
    checkWebui: (exchange: WebuiExchange, kind?: Kind): void => {
      if (webui !== undefined) waiting.push(() => take(kind ?? "webui", webui, exchange, kind));
    },
    assertKept() {
      settle();
      if (violations.size > 0)
        throw new Error(`requests break their contract:\n${[...violations].join("\n")}`);
    },
  };
}

const maxLine = 600;

function note(violations: Set<string>, operation: string, problems: readonly string[]) {
  if (problems.length > 0) violations.add(`${operation}: ${problems.join("; ")}`.slice(0, maxLine));
}
