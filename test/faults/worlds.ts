import { startWorld, type World, type WorldOptions } from "../harness/world.ts";

/**
 * Some worlds for the tests of one file, each lent to one test at a time: most of these tests wait most of their
 * time, so they run side by side.
 */
export async function openWorlds(many: number, options: WorldOptions) {
  const worlds = await Promise.all(Array.from({ length: many }, async () => startWorld(options)));
  const free = [...worlds];
  const waiting: ((world: World) => void)[] = [];
  return {
    async lend(test: (world: World) => Promise<void>): Promise<void> {
      const world = free.pop() ?? (await new Promise<World>((resolve) => waiting.push(resolve)));
      try {
        await test(world);
      } finally {
        const next = waiting.shift();
        if (next === undefined) free.push(world);
        else next(world);
      }
    },
    async close(): Promise<void> {
      await Promise.all(worlds.map(async (world) => world.close()));
    },
  };
}

export type Worlds = Awaited<ReturnType<typeof openWorlds>>;
