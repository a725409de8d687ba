import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { createServers, freePorts, until } from "./redis-servers.ts";

const run = promisify(execFile);
const newKey = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";

/** An authority of our own, and a certificate that it signed for this machine. */
export async function makeCertificates(folder: string) {
  const openssl = (words: string) => run("openssl", words.split(" "), { cwd: folder });
  await writeFile(join(folder, "names"), "subjectAltName=DNS:localhost,IP:127.0.0.1");
  await openssl(`req -x509 ${newKey} -subj /CN=authority -days 2 -keyout ca.key -out ca.pem`);
  await openssl(`req ${newKey} -subj /CN=redis -keyout cert.key -out cert.csr`);
  await openssl(
    "x509 -req -in cert.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out cert.pem",
  );
  const at = (name: string) => join(folder, name);
  return { ca: at("ca.pem"), cert: at("cert.pem"), key: at("cert.key") };
}

/** One server, a sentinel of it, and a Cluster of one, all of which take nobody without a certificate. */
export async function startSecure() {
  const servers = await createServers();
  const { ca, cert, key } = await makeCertificates(servers.folder);
  const [one = 0, sentinel = 0, node = 0, bus = 0] = await freePorts(4);
  const tls = { ca: readFileSync(ca), cert: readFileSync(cert), key: readFileSync(key) };
  const secure = (port: number) => ({
    port: 0,
    "tls-port": port,
    "tls-ca-cert-file": ca,
    "tls-cert-file": cert,
    "tls-key-file": key,
    "tls-replication": "yes",
  });
  await servers.start(one, secure(one), { tls });
  const watch = { sentinel: `monitor main 127.0.0.1 ${one} 1` };
  await servers.start(sentinel, { ...secure(sentinel), ...watch }, { tls }, ["--sentinel"]);
  const cluster = await servers.start(
    node,
    {
      ...secure(node),
      "cluster-enabled": "yes",
      "cluster-port": bus,
      "tls-cluster": "yes",
      "cluster-announce-hostname": "localhost",
      "cluster-preferred-endpoint-type": "hostname",
      "cluster-config-file": `${node}.nodes`,
    },
    { tls },
  );
  await cluster.ask.call("CLUSTER", "ADDSLOTSRANGE", 0, 16_383);
  await until(async () => String(await cluster.ask.cluster("INFO")).includes("cluster_state:ok"));
  const files = `?ca=${ca}&cert=${cert}&key=${key}`;
  return {
    one: `rediss://localhost:${one}${files}`,
    sentinel: `rediss+sentinel://localhost:${sentinel}/main${files}`,
    cluster: `rediss+cluster://localhost:${node}${files}`,
    /** Without the authority that signed its certificate. */
    unknown: `rediss://localhost:${one}`,
    /** Names a file that is not there. */
    missing: `rediss://localhost:${one}?ca=${ca}.gone`,
    close: servers.close,
  };
}
