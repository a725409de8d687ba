import { ApiError } from "./errors.ts";
import type { Route } from "./types.ts";

const get = (path: string, json: unknown): Route => ({
  method: "GET",
  path: `/sdapi/v1/${path}`,
  handle: () => ({ status: 200, json }),
});

export const sdnextRoutes: Route[] = [
  {
    method: "GET",
    path: "/sdapi/v1/version",
    handle: (_, { profile }) => ({
      status: 200,
      json: { app: "sd.next", updated: profile.version, hash: "0a1b2c3d" },
    }),
  },
  {
    method: "GET",
    path: "/sdapi/v1/status",
    handle: (_, { progress: { state } }) => ({
      status: 200,
      json: {
        status: state.job === "" ? "idle" : "running",
        task: state.job,
        step: state.sampling_step,
      },
    }),
  },
  get("history", []),
  get("gpu", [{ name: "Stand-in GPU", data: {} }]),
  get("detailers", [{ name: "face-yolo8n", path: "face-yolo8n.pt" }]),
];

const costs: Record<string, number> = {
  "/sdapi/v1/txt2img": 5,
  "/sdapi/v1/img2img": 5,
  "/sdapi/v1/control": 5,
};

/** So many cost units a minute for each client; over them 429. */
export function limitCost(routes: Route[], limit: number): Route[] {
  const spent = new Map<string, { at: number; cost: number }[]>();
  return routes.map((route) => {
    const cost = costs[route.path];
    if (cost === undefined) return route;
    return {
      ...route,
      handle: (call, world) => {
        const now = Date.now();
        const recent = (spent.get(call.client) ?? []).filter(({ at }) => now - at < 60_000);
        const used = recent.reduce((sum, entry) => sum + entry.cost, 0);
        if (used + cost > limit) throw new ApiError(429, "Rate limit exceeded");
        spent.set(call.client, [...recent, { at: now, cost }]);
        return route.handle(call, world);
      },
    };
  });
}
