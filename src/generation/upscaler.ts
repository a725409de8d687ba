import { type Catalog, listOf } from "./catalog.ts";

/** From what looks best to what is at least there; the first that a webui has (names as A1111 and SD.Next list them). */
const wanted = [/4x.?ultrasharp/i, /r-?esrgan.*4x\+$/i, /esrgan/i, /swinir/i, /dat/i, /4x|2x/i];

/** What to enlarge with where nobody says so: a trained upscaler, if there is one. */
export function defaultUpscaler(catalogs: readonly Catalog[]): string | undefined {
  const names = listOf(catalogs, "upscalers").map(({ name }) => name);
  for (const pattern of wanted) {
    const found = names.find((name) => pattern.test(name));
    if (found !== undefined) return found;
  }
  return names[0];
}
