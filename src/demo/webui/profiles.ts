import type { ErrorStyle } from "./errors.ts";
import type { Kind } from "./types.ts";
import type { Pydantic } from "./validate.ts";

export interface Profile {
  kind: Kind;
  errors: ErrorStyle;
  pydantic: Pydantic;
  processTime: boolean;
  gzip: boolean;
  version: string | null;
  /** Connections served at the same time. */
  connections: number;
  keepAliveSeconds: number;
  defaults: Record<string, unknown>;
  /** Routes of AUTOMATIC1111 that this fork removed. */
  removed: RegExp | undefined;
  forge: boolean;
  /** Has Forge's own extensions built in, ControlNet among them. */
  forgeExtensions: boolean;
  sdnext: boolean;
  server: string | undefined;
}

const a1111: Profile = {
  kind: "a1111",
  errors: "a1111",
  pydantic: 1,
  processTime: true,
  gzip: true,
  version: "v1.10.1",
  connections: Infinity,
  keepAliveSeconds: 5,
  defaults: {},
  removed: undefined,
  forge: false,
  forgeExtensions: false,
  sdnext: false,
  server: "uvicorn",
};

const forge: Profile = {
  ...a1111,
  kind: "forge",
  errors: "plain",
  pydantic: 2,
  processTime: false,
  version: "f2.0.1v1.10.1-previous-669-gdfdcbab6",
  removed: /^\/sdapi\/v1\/(sd-vae|refresh-vae|train\/.*)$/,
  forge: true,
  forgeExtensions: true,
};

export const profiles: Record<Kind, Profile> = {
  a1111,
  reforge: { ...a1111, kind: "reforge", version: "v1.10.1-RE", forgeExtensions: true },
  forge,
  "forge-neo": {
    ...forge,
    kind: "forge-neo",
    version: "neo",
    removed:
      /^\/sdapi\/v1\/(sd-vae|refresh-vae|train\/.*|create\/.*|interrogate|hypernetworks|realesrgan-models|reload-checkpoint)$/,
  },
  sdnext: {
    ...a1111,
    kind: "sdnext",
    errors: "sdnext",
    version: "2026-07-01",
    defaults: { steps: 20, cfg_scale: 6, denoising_strength: 0.5 },
    removed:
      /^\/(sdapi\/v1\/(interrogate|train\/.*|create\/.*)|internal\/(pending-tasks|ping|sysinfo.*|profile-startup|quicksettings-hint)|openapi.json|docs|redoc)$/,
    sdnext: true,
  },
  sdcpp: {
    ...a1111,
    kind: "sdcpp",
    errors: "sdcpp",
    processTime: false,
    gzip: false,
    version: "stable-diffusion.cpp",
    connections: 8,
    defaults: {},
    server: undefined,
  },
  koboldcpp: {
    ...a1111,
    kind: "koboldcpp",
    errors: "koboldcpp",
    processTime: false,
    gzip: false,
    version: null,
    server: undefined,
  },
};
