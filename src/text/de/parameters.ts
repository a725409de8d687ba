import type * as english from "../en/parameters.ts";

export const parameters: typeof english.parameters = {
  prompt: {
    label: "Prompt",
    about: "Was gezeichnet werden soll; Flags wie --ar 16:9 --steps 30 dürfen folgen",
  },
  negative_prompt: { label: "Negativer Prompt", about: "Was das Bild nicht zeigen soll" },
  model: { label: "Modell", about: "Checkpoint, mit dem gezeichnet wird" },
  styles: { label: "Stile", about: "Stile der Webui, durch Kommas getrennt" },
  aspect_ratio: { label: "Seitenverhältnis", about: "Breite zu Höhe, etwa 16:9" },
  width: { label: "Breite", about: "Breite in Pixeln" },
  height: { label: "Höhe", about: "Höhe in Pixeln" },
  count: { label: "Anzahl", about: "Wie viele Bilder" },
  steps: { label: "Schritte", about: "Sampling-Schritte (20 ohne Angabe)" },
  cfg_scale: { label: "CFG-Skala", about: "Wie genau dem Prompt gefolgt wird" },
  sampler_name: { label: "Sampler", about: "Sampling-Verfahren" },
  scheduler: { label: "Scheduler", about: "Rauschplan des Samplers" },
  seed: {
    label: "Seed",
    about: "Derselbe Seed ergibt dasselbe Bild; -1 oder nichts für einen neuen",
  },
  lora: { label: "LoRA", about: "LoRAs als Name oder Name:Gewicht, durch Kommas getrennt" },
  hr_upscaler: {
    label: "Hires-Upscaler",
    about: "In einem zweiten Durchgang (Hires-Fix) mit diesem Upscaler vergrößern",
  },
  hr_scale: { label: "Hires-Faktor", about: "Wie stark der zweite Durchgang vergrößert" },
  denoising_strength: {
    label: "Denoising-Stärke",
    about: "Wie viel das gegebene Bild oder der zweite Durchgang ändern darf: 0 nichts, 1 alles",
  },
  image: { label: "Bild", about: "Bild, von dem ausgegangen wird (img2img)" },
  clip_skip: {
    label: "Clip-Skip",
    about: "Bei welcher Schicht, vom Ende gezählt, der Text-Encoder aufhört",
  },
  vae: { label: "VAE", about: "VAE zum Dekodieren" },
  detailer: {
    label: "Detailer",
    about: "Gesichter, Hände und Ähnliches neu malen (ADetailer oder Gesichtsverbesserung)",
  },
  tiling: { label: "Kachelbar", about: "Ein Bild, das sich nahtlos kacheln lässt" },
  preset: { label: "Preset", about: "Ein gespeicherter Satz Parameter" },
  spoiler: { label: "Spoiler", about: "Die Bilder verbergen, bis man sie anklickt" },
  private: { label: "Privat", about: "Das Ergebnis nur dir zeigen" },
  mask: {
    label: "Maske",
    about: "Weißes wird neu gemalt; oder eine Kopie des Bildes, die du übermalt hast",
  },
  resize_mode: {
    label: "Größenanpassung",
    about: "Wie das Bild auf eine andere Größe gebracht wird",
  },
  inpainting_fill: { label: "Maskenfüllung", about: "Womit der maskierte Teil anfängt" },
  mask_blur: { label: "Maskenunschärfe", about: "Wie weich die Maske ausläuft, in Pixeln" },
  inpaint_full_res: {
    label: "Nur Maskiertes",
    about: "Nur den maskierten Teil zeichnen, in voller Auflösung",
  },
  inpaint_full_res_padding: {
    label: "Nur Maskiertes: Rand",
    about: "Pixel um den maskierten Teil herum, die mitbetrachtet werden",
  },
  inpainting_mask_invert: { label: "Maske umkehren", about: "Neu malen, was nicht maskiert ist" },
  extend: {
    label: "Erweitern",
    about: "Das Bild nach dieser Seite vergrößern und zeichnen, was dort ist",
  },
  extend_by: {
    label: "Erweitern um",
    about: "Um wie viele Pixel (ohne Angabe um ein Viertel)",
  },
  type: {
    label: "Control-Typ",
    about: "Was vom Bild bleiben soll: Kanten, Tiefe, Haltung, ...",
  },
  weight: { label: "Control-Gewicht", about: "Wie stark es erhalten bleibt (1 ohne Angabe)" },
  guidance_start: { label: "Führung ab", about: "Ab welchem Teil der Schritte, 0 bis 1" },
  guidance_end: { label: "Führung bis", about: "Bis zu welchem Teil der Schritte, 0 bis 1" },
  control_mode: { label: "Control-Modus", about: "Ob der Prompt oder das Bild mehr zählt" },
  control: { label: "Control", about: "Die Bilder, deren Aufbau erhalten bleibt" },
  prompts: { label: "Prompts", about: "Was aus dem Prompt wurde, Bild für Bild" },
  negative_prompts: {
    label: "Negative Prompts",
    about: "Was aus dem negativen Prompt wurde, Bild für Bild",
  },
  subseed: { label: "Variations-Seed", about: "Seed der Variation" },
  subseed_strength: { label: "Variationsstärke", about: "Wie weit die Variation geht" },
  scale: { label: "Faktor", about: "Wievielmal so groß (2 ohne Angabe)" },
  upscaler: { label: "Upscaler", about: "Womit vergrößert wird" },
  upscaler_2: { label: "Zweiter Upscaler", about: "Noch einer, der beigemischt wird" },
  upscaler_2_visibility: {
    label: "Zweiter Upscaler: Anteil",
    about: "Wie viel vom zweiten zu sehen ist, 0 bis 1",
  },
  gfpgan_visibility: {
    label: "GFPGAN",
    about: "Wie viel von GFPGANs besseren Gesichtern zu sehen ist, 0 bis 1",
  },
  codeformer_visibility: {
    label: "CodeFormer",
    about: "Wie viel von CodeFormers besseren Gesichtern zu sehen ist, 0 bis 1",
  },
  codeformer_weight: {
    label: "CodeFormer-Gewicht",
    about: "Wie treu CodeFormer einem Gesicht bleibt: 0 gar nicht, 1 sehr",
  },
  mode: { label: "Art", about: "Ein Satz oder Tags" },
};
