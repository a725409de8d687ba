/** Names that are the same in every language. */

export const kinds = {
  a1111: "AUTOMATIC1111",
  reforge: "reForge",
  forge: "Forge",
  "forge-neo": "Forge Neo",
  sdnext: "SD.Next",
  sdcpp: "stable-diffusion.cpp",
  koboldcpp: "KoboldCpp",
};

export const families = {
  sd1: "Stable Diffusion 1",
  sd2: "Stable Diffusion 2",
  sdxl: "SDXL",
  pony: "SDXL (Pony)",
  illustrious: "SDXL (Illustrious)",
  noobai: "SDXL (NoobAI)",
  sd3: "Stable Diffusion 3",
  flux: "Flux",
  "qwen-image": "Qwen-Image",
  "z-image": "Z-Image",
  chroma: "Chroma",
  kolors: "Kolors",
  pixart: "PixArt",
  auraflow: "AuraFlow",
  lumina: "Lumina",
  "hunyuan-dit": "Hunyuan-DiT",
  hidream: "HiDream",
  cascade: "Stable Cascade",
  playground: "Playground",
};

export const speeds = {
  turbo: "Turbo",
  lightning: "Lightning",
  lcm: "LCM",
  hyper: "Hyper",
  dmd2: "DMD2",
  schnell: "schnell",
};

/** What the doctor puts before each line; `told` is neither good nor bad. */
export const signs = { fine: "✅", told: "▫️", wrong: "❌" };
