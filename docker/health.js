// Whether the process beside this one lives. Where its port is off, nobody can tell.
const { HTTP_HOST, HTTP_PORT } = process.env;
const port = Number(HTTP_PORT?.trim() || 8080);
const host = HTTP_HOST?.trim() || "127.0.0.1";
// Addresses that one listens on, but cannot ask.
const asked = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? host;

async function isAlive() {
  if (port === 0) return true;
  const signal = AbortSignal.timeout(5_000);
  const answer = await fetch(`http://${asked}:${port}/healthz`, { signal }).catch(() => undefined);
  return answer?.ok === true;
}

process.exitCode = (await isAlive()) ? 0 : 1;
