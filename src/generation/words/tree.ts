import type { Word } from "./entry.ts";

/** All words letter by letter; what begins alike shares its beginning. */
export type Node = { id: number; next: Map<string, Node>; words: Word[] };

export function createTree(words: readonly Word[]): Node {
  let id = 0;
  const root: Node = { id, next: new Map(), words: [] };
  for (const word of words) {
    let node = root;
    for (const letter of word.letters) {
      let child = node.next.get(letter);
      if (child === undefined) {
        id += 1;
        node.next.set(letter, (child = { id, next: new Map(), words: [] }));
      }
      node = child;
    }
    node.words.push(word);
  }
  return root;
}
