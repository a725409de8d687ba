// Has Node compile what the image runs into the folder of NODE_COMPILE_CACHE, so that no start has to.
import { globSync } from "node:fs";
import module from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const load = (file) => import(pathToFileURL(resolve(file)).href);

module.enableCompileCache();
for (const file of globSync(["commands/*.ts", "src/*/**/*.ts"])) await load(file);
// The programs that run for long: with such an argument the first says how it is used, and no more.
process.argv.splice(2, Infinity, "neither bot nor worker");
for (const program of ["src/main.ts", "src/receiver.ts"]) await load(program);
process.exitCode = 0;
