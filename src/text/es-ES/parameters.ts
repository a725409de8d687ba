import type * as english from "../en/parameters.ts";

export const parameters: typeof english.parameters = {
  prompt: {
    label: "Prompt",
    about: "Qué generar; pueden seguir flags como --ar 16:9 --steps 30",
  },
  negative_prompt: { label: "Prompt negativo", about: "Lo que la imagen no debe mostrar" },
  model: { label: "Modelo", about: "Checkpoint con el que generar" },
  styles: { label: "Estilos", about: "Los estilos de la webui, separados por comas" },
  aspect_ratio: { label: "Relación de aspecto", about: "Ancho por alto, como 16:9" },
  width: { label: "Ancho", about: "Ancho en píxeles" },
  height: { label: "Alto", about: "Alto en píxeles" },
  count: { label: "Cantidad", about: "Cuántas imágenes" },
  steps: { label: "Pasos", about: "Pasos de muestreo (20 si no se indica)" },
  cfg_scale: { label: "Escala CFG", about: "Con cuánta fidelidad seguir el prompt" },
  sampler_name: { label: "Sampler", about: "Método de muestreo" },
  scheduler: { label: "Scheduler", about: "Reparto del ruido del sampler" },
  seed: {
    label: "Seed",
    about: "El mismo seed genera la misma imagen; -1 o nada para uno nuevo",
  },
  lora: { label: "LoRA", about: "LoRA como nombre o nombre:peso, separados por comas" },
  hr_upscaler: {
    label: "Upscaler hires",
    about: "Ampliar en una segunda pasada (hires fix) con este upscaler",
  },
  hr_scale: { label: "Escala hires", about: "Cuánto amplía la segunda pasada" },
  denoising_strength: {
    label: "Fuerza de denoising",
    about: "Cuánto puede cambiar la imagen dada, o la segunda pasada: 0 nada, 1 todo",
  },
  image: { label: "Imagen", about: "Imagen de partida (img2img)" },
  clip_skip: {
    label: "Clip skip",
    about: "En qué capa, contando desde el final, se detiene el codificador de texto",
  },
  vae: { label: "VAE", about: "VAE con el que decodificar" },
  detailer: {
    label: "Detailer",
    about: "Repintar caras, manos y demás (ADetailer o un restaurador de caras)",
  },
  tiling: { label: "Mosaico", about: "Hacer una imagen que se pueda repetir en mosaico" },
  preset: { label: "Preset", about: "Un conjunto de parámetros guardado" },
  spoiler: { label: "Spoiler", about: "Ocultar las imágenes hasta que se haga clic en ellas" },
  private: { label: "Privado", about: "Mostrar el resultado solo a ti" },
  mask: {
    label: "Máscara",
    about: "Lo blanco se repinta; o una copia de la imagen sobre la que hayas pintado",
  },
  resize_mode: {
    label: "Modo de redimensión",
    about: "Cómo se lleva la imagen a otro tamaño",
  },
  inpainting_fill: { label: "Relleno de inpainting", about: "De qué parte la zona enmascarada" },
  mask_blur: { label: "Desenfoque de máscara", about: "Lo suave que acaba la máscara, en píxeles" },
  inpaint_full_res: {
    label: "Solo lo enmascarado",
    about: "Generar solo la zona enmascarada, a resolución completa",
  },
  inpaint_full_res_padding: {
    label: "Margen de lo enmascarado",
    about: "Píxeles alrededor de la zona enmascarada que también se tienen en cuenta",
  },
  inpainting_mask_invert: {
    label: "Invertir máscara",
    about: "Repintar lo que no está enmascarado",
  },
  extend: {
    label: "Extender",
    about: "Agrandar la imagen por este lado y generar lo que hay ahí",
  },
  extend_by: { label: "Extender en", about: "Cuántos píxeles (una cuarta parte si no se indica)" },
  type: {
    label: "Tipo de control",
    about: "Qué conservar de la imagen: contornos, profundidad, pose, ...",
  },
  weight: { label: "Peso del control", about: "Con cuánta fuerza conservarlo (1 si no se indica)" },
  guidance_start: { label: "Inicio de la guía", about: "Desde qué parte de los pasos, de 0 a 1" },
  guidance_end: { label: "Fin de la guía", about: "Hasta qué parte de los pasos, de 0 a 1" },
  control_mode: { label: "Modo de control", about: "Si cuenta más el prompt o la imagen" },
  control: { label: "Control", about: "Las imágenes cuya estructura se conserva" },
  prompts: { label: "Prompts", about: "En qué quedó el prompt, imagen por imagen" },
  negative_prompts: {
    label: "Prompts negativos",
    about: "En qué quedó el prompt negativo, imagen por imagen",
  },
  subseed: { label: "Seed de variación", about: "Seed de la variación" },
  subseed_strength: { label: "Fuerza de variación", about: "Hasta dónde llega la variación" },
  scale: { label: "Escala", about: "Cuántas veces más grande (2 si no se indica)" },
  upscaler: { label: "Upscaler", about: "Con qué ampliar" },
  upscaler_2: { label: "Segundo upscaler", about: "Otro, para mezclarlo con el primero" },
  upscaler_2_visibility: {
    label: "Visibilidad del segundo upscaler",
    about: "Cuánto se ve del segundo, de 0 a 1",
  },
  gfpgan_visibility: {
    label: "GFPGAN",
    about: "Cuánto se ve de las caras mejoradas por GFPGAN, de 0 a 1",
  },
  codeformer_visibility: {
    label: "CodeFormer",
    about: "Cuánto se ve de las caras mejoradas por CodeFormer, de 0 a 1",
  },
  codeformer_weight: {
    label: "Peso de CodeFormer",
    about: "Lo fiel que es CodeFormer a una cara: 0 nada, 1 mucho",
  },
  mode: { label: "Modo", about: "Una frase o etiquetas" },
};
