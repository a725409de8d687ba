const folder = /text.?encoders?[\\/]/i;
/** As they are named everywhere: CLIP, T5 and the language models that took their place. */
const name = /^(?:clip|t5|umt5|vit-l|byt5|qwen|gemma|llama|llava|mistral|ministral)/i;

/** Whether a file that a Forge loads beside a checkpoint is a text encoder, by its path or its name; else it is a VAE. */
export function isTextEncoder(path: string): boolean {
  const file = fileOf(path);
  return folder.test(path) || (name.test(file) && !/vae/i.test(file));
}

export const fileOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;
