import type { StandInDiscord } from "../discord/start.ts";

/** What can be done to a stand-in webui. */
export interface WebuiControls {
  down(): Promise<void>;
  up(): Promise<void>;
  pace(factor: number): void;
}

/** How much slower everything goes in slow motion: the webui's steps, and each answer of Discord. */
const slow = { webuiFactor: 8, discordMs: 600 };
const QUARTER_HOUR_MS = 15 * 60 * 1000;

type Turn = (on: boolean) => void | Promise<void>;

const pressed = (act: () => void): Turn => act;

/** The troubles of the world, as switches and buttons. Names are those of the words. */
export function createSwitches(
  discord: StandInDiscord,
  webui: WebuiControls | undefined,
  changed: () => void,
) {
  const { faults } = discord;
  const on = new Set<string>();
  const taken = new Map<string, () => void>();
  /** A trouble that is laid out while the switch is on. */
  const laid =
    (name: string, lay: () => () => void): Turn =>
    (isOn) => {
      taken.get(name)?.();
      taken.delete(name);
      if (isOn) taken.set(name, lay());
    };
  const everything = () => true;

  const toggles: Record<string, Turn> = {
    slowMotion: laid("slowMotion", () => {
      webui?.pace(slow.webuiFactor);
      const quick = faults.slow(everything, slow.discordMs);
      return () => {
        webui?.pace(1);
        quick();
      };
    }),
    ...(webui ? { webuiDown: (isOn) => (isOn ? webui.down() : webui.up()) } : {}),
    rateLimited: laid("rateLimited", () =>
      faults.fail({ match: everything, status: 429, retryAfterSeconds: 2 }),
    ),
    discordBroken: laid("discordBroken", () => faults.fail({ match: everything, status: 503 })),
    gatewayAway: (isOn) => {
      faults.refuseGateway(isOn);
      if (isOn) faults.dropGateway("cut");
    },
    stripMetadata: (isOn) => {
      faults.stripMetadata = isOn;
    },
  };
  const buttons: Record<string, Turn> = {
    dropGateway: pressed(() => faults.dropGateway()),
    quarterHour: pressed(() => discord.advance(QUARTER_HOUR_MS)),
  };

  return {
    shown: () => [
      ...Object.keys(toggles).map((name) => ({ name, on: on.has(name) })),
      ...Object.keys(buttons).map((name) => ({ name })),
    ],
    async turn(name: string, isOn: boolean): Promise<boolean> {
      const turn = toggles[name] ?? buttons[name];
      if (!turn) return false;
      if (name in toggles) {
        if (isOn) on.add(name);
        else on.delete(name);
      }
      changed();
      await turn(isOn);
      return true;
    },
  };
}

export type Switches = ReturnType<typeof createSwitches>;
