import { afterAll } from "vitest";
import { startWebui, type WebuiOptions } from "../../src/demo/webui/start.ts";
import type { WebuiKind } from "../../src/generation/catalog.ts";
import { resolveNames } from "../../src/generation/resolve.ts";
import type { Work } from "../../src/generation/work.ts";
import type { BackendOptions } from "../../src/webui/client.ts";
import { readAnswers } from "../../src/webui/responses.ts";
import { createContracts } from "../harness/contracts.ts";
import { createSink, never, requestOf, useWebuis } from "./server.ts";

/** Stand-ins that are closed after each test, every request to them held to the API's description. */
export async function useStandIns() {
  const { backendAt, closing } = useWebuis();
  const contracts = await createContracts();
  afterAll(() => contracts.assertKept());

  /** A stand-in and a client for it. */
  async function start(
    kind: WebuiKind,
    options: WebuiOptions = {},
    own: Partial<BackendOptions> = {},
  ) {
    const webui = await startWebui({
      kind,
      onExchange: (exchange) => contracts.checkWebui(exchange, kind),
      secondsPerStep: 0.001,
      secondsToLoadModel: 0.001,
      ...options,
    });
    closing.push(webui.close);
    const backend = backendAt(webui.url, own);
    /** Resolves the names as a worker does, has it done, and reads the answers. */
    const perform = async <W extends Work>(asked: W, pictures = new Map<string, Buffer>()) => {
      const request = resolveNames(asked, [await backend.catalog(never)]);
      const sink = createSink();
      await backend.generate(request, { signal: never, answers: sink.answers, pictures });
      const posted = webui.exchanges.filter(({ method }) => method === "POST");
      return {
        request,
        bodies: posted.map(({ body }) => body),
        ...readAnswers(sink.parts(), request),
      };
    };
    const draw = async (values: Record<string, unknown>, image?: Buffer) => {
      const request = requestOf({ steps: 2, ...values });
      const pictures = new Map(image === undefined ? [] : [[request.image?.hash ?? "", image]]);
      const done = await perform(request, pictures);
      return { ...done, bodies: webui.drawings.map(({ body }) => body) };
    };
    return { webui, backend, draw, perform };
  }

  return { start, backendAt };
}
