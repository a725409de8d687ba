import { DefaultRestOptions, type RESTOptions } from "@discordjs/rest";

/** `route`: without ids and tokens. */
export type OnAsked = (route: string, seconds: number, status: number) => void;

/** Asks as the library does, and tells how long each answer took. */
export function measured(onAsked: OnAsked): RESTOptions["makeRequest"] {
  return async (url, init) => {
    const startedAt = performance.now();
    const answer = await DefaultRestOptions.makeRequest(url, init);
    onAsked(routeOf(url), (performance.now() - startedAt) / 1000, answer.status);
    return answer;
  };
}

/** A route as Discord's documentation has it: ids, tokens and emoji would be a new one each time. */
export function routeOf(url: string): string {
  const path = new URL(url).pathname.replace(/^.*?\/v\d+(?=\/)/, "");
  return path
    .replace(/\/(webhooks|interactions)\/(\d+)\/[^/]+/, "/$1/$2/:token")
    .replace(/\/reactions\/.*$/, "/reactions/:emoji")
    .replace(/\/\d{15,}/g, "/:id")
    .replace("/%40original", "/@original");
}
