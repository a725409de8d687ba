import type { Backend } from "../../src/generation/backend.ts";
import { catalogOf } from "../generation/sample.ts";

/** A webui that answers everything at once, but for what a test wants otherwise. */
export const backendOf = (values: Partial<Backend> = {}): Backend => ({
  name: "127.0.0.1:7860",
  generate: async () => undefined,
  catalog: async () => catalogOf(),
  progress: async () => undefined,
  interrupt: async () => false,
  skip: async () => false,
  responds: async () => true,
  ready: async () => true,
  options: async () => undefined,
  setOption: async () => undefined,
  rescan: async () => undefined,
  close: async () => undefined,
  ...values,
});
