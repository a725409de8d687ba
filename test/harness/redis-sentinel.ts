import { createServers, freePorts, killMaster, until } from "./redis-servers.ts";

const password = "master-secret";
const sentinelPassword = "sentinel-secret";

/** A master with a replica, and three sentinels that put the one in the place of the other. */
export async function startSentinels() {
  const servers = await createServers();
  const [first = 0, second = 0, ...ports] = await freePorts(5);
  const login = { password };
  const own = { requirepass: password, masterauth: password, "repl-diskless-sync-delay": 0 };
  const data = await Promise.all([
    servers.start(first, own, login),
    servers.start(second, { ...own, replicaof: `127.0.0.1 ${first}` }, login),
  ]);
  const watch = [
    `monitor main 127.0.0.1 ${first} 2`,
    `auth-pass main ${password}`,
    "down-after-milliseconds main 1000",
    "failover-timeout main 3000",
  ];
  const sentinels = await Promise.all(
    ports.map((port) =>
      servers.start(
        port,
        { sentinel: watch, requirepass: sentinelPassword },
        { password: sentinelPassword },
        ["--sentinel"],
      ),
    ),
  );
  await until(async () => {
    const seen = await Promise.all(
      sentinels.map(({ ask }) => ask.call("SENTINEL", "MASTER", "main")),
    );
    return seen.map(String).every((each) => /num-slaves,1,num-other-sentinels,2/.test(each));
  });
  const hosts = ports.map((port) => `127.0.0.1:${port}`).join(",");
  return {
    url: `redis+sentinel://default:${password}@${hosts}/main?sentinel_password=${sentinelPassword}`,
    secrets: [password, sentinelPassword],
    /** One that takes no writes. */
    replica: `redis://default:${password}@127.0.0.1:${second}`,
    killMaster: () => killMaster(data),
    close: servers.close,
  };
}
