import { createServers, freePorts, killMaster, until } from "./redis-servers.ts";

const password = "cluster-secret";
const slots = 16_384;

/** Three masters, and a replica of the one that has the keys of Easel. */
export async function startCluster() {
  const servers = await createServers();
  const [replicaPort = 0, replicaBus = 0, ...ports] = await freePorts(8);
  const start = (port: number, bus: number) =>
    servers.start(
      port,
      {
        "cluster-enabled": "yes",
        "cluster-config-file": `${port}.nodes`,
        "cluster-port": bus,
        "cluster-node-timeout": 1_000,
        "cluster-replica-validity-factor": 0,
        "repl-diskless-sync-delay": 0,
        requirepass: password,
        masterauth: password,
      },
      { password },
    );
  const masters = await Promise.all(
    [0, 1, 2].map((index) => start(ports[2 * index] ?? 0, ports[2 * index + 1] ?? 0)),
  );
  const replica = await start(replicaPort, replicaBus);
  await Promise.all(
    masters.map(async ({ ask }, index) => {
      const bound = (part: number) => Math.floor((slots / 3) * part);
      await ask.call("CLUSTER", "SET-CONFIG-EPOCH", index + 1);
      await ask.call("CLUSTER", "ADDSLOTSRANGE", bound(index), bound(index + 1) - 1);
    }),
  );
  const [first] = masters;
  if (first === undefined) throw new Error("no master");
  for (const [port, bus] of [[replicaPort, replicaBus], ports.slice(2, 4), ports.slice(4, 6)]) {
    await first.ask.call("CLUSTER", "MEET", "127.0.0.1", port ?? 0, bus ?? 0);
  }
  const all = [...masters, replica];
  await until(async () => {
    const infos = await Promise.all(all.map(({ ask }) => ask.cluster("INFO")));
    return infos.every((info) => /cluster_state:ok[^]*cluster_known_nodes:4/.test(String(info)));
  });
  const slot = Number(await first.ask.cluster("KEYSLOT", "{easel}"));
  const owner = masters[Math.floor((slot * 3) / slots)] ?? first;
  await replica.ask.call("CLUSTER", "REPLICATE", String(await owner.ask.call("CLUSTER", "MYID")));
  await until(async () => /master_link_status:up/.test(await replica.ask.info("replication")));
  const hosts = masters.map(({ port }) => `127.0.0.1:${port}`).join(",");
  return {
    url: `redis+cluster://:${password}@${hosts}`,
    secrets: [password],
    /** Who has the keys of Easel, and who takes its place. */
    owner,
    replica,
    /** The other masters. */
    others: masters.filter((master) => master !== owner),
    killMaster: () => killMaster([owner, replica]),
    close: servers.close,
  };
}
