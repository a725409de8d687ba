let words = {};

export async function loadWords() {
  words = await (await fetch("/words.json")).json();
}

/** The words at a path such as `composer.send`, with what stands in braces filled in. */
export function say(path, values = {}) {
  const found = path.split(".").reduce((inner, key) => inner?.[key], words);
  if (typeof found !== "string") throw new Error(`no words for ${path}`);
  return found.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}
