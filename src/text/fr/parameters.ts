import type * as english from "../en/parameters.ts";

export const parameters: typeof english.parameters = {
  prompt: {
    label: "Prompt",
    about: "Ce qu’il faut générer ; des flags comme --ar 16:9 --steps 30 peuvent suivre",
  },
  negative_prompt: {
    label: "Prompt négatif",
    about: "Ce que l’image ne doit pas montrer",
  },
  model: { label: "Modèle", about: "Checkpoint à utiliser" },
  styles: { label: "Styles", about: "Les styles de la webui, séparés par des virgules" },
  aspect_ratio: { label: "Format", about: "Rapport largeur/hauteur, comme 16:9" },
  width: { label: "Largeur", about: "Largeur en pixels" },
  height: { label: "Hauteur", about: "Hauteur en pixels" },
  count: { label: "Nombre", about: "Nombre d’images" },
  steps: { label: "Étapes", about: "Étapes d’échantillonnage (20 sans précision)" },
  cfg_scale: { label: "Échelle CFG", about: "Avec quelle fidélité suivre le prompt" },
  sampler_name: { label: "Sampler", about: "Méthode d’échantillonnage" },
  scheduler: { label: "Scheduler", about: "Répartition du bruit pour le sampler" },
  seed: {
    label: "Seed",
    about: "Le même seed donne la même image ; -1 ou rien pour un nouveau",
  },
  lora: { label: "LoRA", about: "LoRA sous la forme nom ou nom:poids, séparés par des virgules" },
  hr_upscaler: {
    label: "Upscaler hires",
    about: "Agrandir dans une seconde passe (hires fix) avec cet upscaler",
  },
  hr_scale: { label: "Échelle hires", about: "De combien la seconde passe agrandit" },
  denoising_strength: {
    label: "Force de débruitage",
    about: "À quel point l’image donnée, ou la seconde passe, peut changer : 0 rien, 1 tout",
  },
  image: { label: "Image", about: "Image de départ (img2img)" },
  clip_skip: {
    label: "Clip skip",
    about: "À quelle couche, en comptant depuis la fin, l’encodeur de texte s’arrête",
  },
  vae: { label: "VAE", about: "VAE pour le décodage" },
  detailer: {
    label: "Detailer",
    about: "Repeindre visages, mains et autres (ADetailer, ou un restaurateur de visages)",
  },
  tiling: { label: "Raccord sans couture", about: "Faire une image qui se répète en mosaïque" },
  preset: { label: "Préréglage", about: "Un ensemble de paramètres enregistré" },
  spoiler: { label: "Spoiler", about: "Masquer les images jusqu’à ce que l’on clique dessus" },
  private: { label: "Privé", about: "Ne montrer le résultat qu’à toi" },
  mask: {
    label: "Masque",
    about: "Le blanc est repeint ; ou bien une copie de l’image sur laquelle tu as peint",
  },
  resize_mode: {
    label: "Redimensionnement",
    about: "Comment l’image est amenée à une autre taille",
  },
  inpainting_fill: { label: "Remplissage", about: "D’où part la zone masquée" },
  mask_blur: { label: "Flou du masque", about: "Douceur du bord du masque, en pixels" },
  inpaint_full_res: {
    label: "Zone masquée seule",
    about: "Générer la zone masquée seule, en pleine résolution",
  },
  inpaint_full_res_padding: {
    label: "Marge de la zone masquée",
    about: "Pixels autour de la zone masquée qui sont pris en compte aussi",
  },
  inpainting_mask_invert: {
    label: "Inverser le masque",
    about: "Repeindre ce qui n’est pas masqué",
  },
  extend: {
    label: "Étendre",
    about: "Agrandir l’image de ce côté et générer ce qui s’y trouve",
  },
  extend_by: {
    label: "Étendre de",
    about: "De combien de pixels (un quart sans précision)",
  },
  type: {
    label: "Type de contrôle",
    about: "Ce qu’il faut garder de l’image : contours, profondeur, pose, ...",
  },
  weight: {
    label: "Poids du contrôle",
    about: "Avec quelle force le garder (1 sans précision)",
  },
  guidance_start: {
    label: "Début du guidage",
    about: "À partir de quelle part des étapes, de 0 à 1",
  },
  guidance_end: { label: "Fin du guidage", about: "Jusqu’à quelle part des étapes, de 0 à 1" },
  control_mode: {
    label: "Mode de contrôle",
    about: "Ce qui compte le plus : le prompt ou l’image",
  },
  control: { label: "Contrôle", about: "Les images dont la structure est gardée" },
  prompts: { label: "Prompts", about: "Ce que le prompt a donné, image par image" },
  negative_prompts: {
    label: "Prompts négatifs",
    about: "Ce que le prompt négatif a donné, image par image",
  },
  subseed: { label: "Seed de variation", about: "Seed de la variation" },
  subseed_strength: { label: "Force de variation", about: "Jusqu’où va la variation" },
  scale: { label: "Échelle", about: "Combien de fois plus grande (2 sans précision)" },
  upscaler: { label: "Upscaler", about: "Avec quoi agrandir" },
  upscaler_2: { label: "Deuxième upscaler", about: "Un autre, à mélanger au premier" },
  upscaler_2_visibility: {
    label: "Visibilité du deuxième upscaler",
    about: "À quel point le deuxième se voit, de 0 à 1",
  },
  gfpgan_visibility: {
    label: "GFPGAN",
    about: "À quel point les visages améliorés par GFPGAN se voient, de 0 à 1",
  },
  codeformer_visibility: {
    label: "CodeFormer",
    about: "À quel point les visages améliorés par CodeFormer se voient, de 0 à 1",
  },
  codeformer_weight: {
    label: "Poids de CodeFormer",
    about: "Fidélité de CodeFormer au visage : 0 pas du tout, 1 beaucoup",
  },
  mode: { label: "Mode", about: "Une phrase, ou des tags" },
};
