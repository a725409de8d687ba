/**
 * Makes an element. Names that begin with `on` are listeners, `data` is a dataset, everything else an attribute.
 * Children are nodes or text; text never becomes markup.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProperty(node, name, value);
  node.append(...present(children));
  return node;
}

const present = (children) =>
  children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== "");

function setProperty(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (typeof value === "function") node.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "value") node.value = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

let lastId = 0;
export const newId = (name) => `${name}-${(lastId += 1)}`;

/** Brings the children of a list in line with `nodes` without touching those that stay where they are. */
export function reconcile(list, nodes) {
  const wanted = new Set(nodes);
  for (const child of Array.from(list.children)) if (!wanted.has(child)) child.remove();
  for (const [index, node] of nodes.entries()) {
    const standing = list.children[index];
    if (standing !== node) list.insertBefore(node, standing ?? null);
  }
}

/** Only these lead out of the page. */
export const safeAddress = (url) => {
  try {
    const { protocol, href } = new URL(url);
    return ["http:", "https:"].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};
