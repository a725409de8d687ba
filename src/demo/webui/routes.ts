import { detailerRoutes } from "./adetailer.ts";
import { gradioRoutes } from "./auth.ts";
import { controlRoutes } from "./control.ts";
import { extrasRoutes } from "./extras.ts";
import { generationRoutes } from "./generation.ts";
import { koboldRoutes } from "./koboldcpp.ts";
import { internalRoutes, listRoutes, moduleRoutes } from "./lists.ts";
import { optionRoutes } from "./options.ts";
import type { Profile } from "./profiles.ts";
import { progressRoutes, taskRoutes } from "./progress-routes.ts";
import { sdcppRoutes } from "./sdcpp.ts";
import { limitCost, sdnextRoutes } from "./sdnext.ts";
import type { Route, WebuiOptions } from "./types.ts";

/** Which routes a kind of server has, with these flags. */
export function routesOf(profile: Profile, options: WebuiOptions): Route[] {
  if (profile.kind === "sdcpp") return sdcppRoutes;
  if (profile.kind === "koboldcpp") return koboldRoutes;
  const core = [
    ...generationRoutes,
    ...listRoutes,
    ...optionRoutes,
    ...progressRoutes,
    ...extrasRoutes,
  ];
  const stopRoutes = options.serverStop ? stops : [];
  const isApiOn = !options.apiOff || profile.sdnext;
  const routes = [
    ...(isApiOn ? [...core, ...stopRoutes] : core.filter(({ open }) => open)),
    ...(isApiOn && profile.forge ? moduleRoutes : []),
    ...(profile.sdnext ? sdnextRoutes : []),
    ...(options.nowebui ? [] : [...gradioRoutes, ...internalRoutes, ...taskRoutes]),
    ...(options.controlNet || profile.forgeExtensions ? controlRoutes : []),
    ...(options.adetailer ? detailerRoutes : []),
  ].filter(({ path }) => !profile.removed?.test(path));
  const all = profile.sdnext ? routes : [...routes, ...documents(routes)];
  return profile.sdnext && options.costLimit !== 0 ? limitCost(all, options.costLimit ?? 300) : all;
}

const stops: Route[] = [
  {
    method: "POST",
    path: "/sdapi/v1/server-stop",
    handle: () => ({ status: 200, text: "Stopping.", type: "text/plain; charset=utf-8" }),
  },
  { method: "POST", path: "/sdapi/v1/server-restart", handle: () => ({ status: 501 }) },
];

const page = (title: string) => ({
  status: 200,
  type: "text/html; charset=utf-8",
  text: `<!DOCTYPE html><html><head><title>FastAPI - ${title}</title></head><body></body></html>`,
});

function documents(routes: Route[]): Route[] {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, method } of routes)
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: { responses: { 200: { description: "Successful Response" } } },
    };
  const openapi = { openapi: "3.0.2", info: { title: "FastAPI", version: "0.1.0" }, paths };
  return [
    {
      method: "GET",
      path: "/openapi.json",
      handle: () => ({ status: 200, json: openapi }),
      eventLoop: true,
      open: true,
    },
    { method: "GET", path: "/docs", handle: () => page("Swagger UI"), eventLoop: true, open: true },
    { method: "GET", path: "/redoc", handle: () => page("ReDoc"), eventLoop: true, open: true },
  ];
}
