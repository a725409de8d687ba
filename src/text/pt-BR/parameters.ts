import type * as english from "../en/parameters.ts";

export const parameters: typeof english.parameters = {
  prompt: {
    label: "Prompt",
    about: "O que gerar; podem seguir flags como --ar 16:9 --steps 30",
  },
  negative_prompt: { label: "Prompt negativo", about: "O que a imagem não deve mostrar" },
  model: { label: "Modelo", about: "Checkpoint com o qual gerar" },
  styles: { label: "Estilos", about: "Os estilos da webui, separados por vírgulas" },
  aspect_ratio: { label: "Proporção", about: "Largura por altura, como 16:9" },
  width: { label: "Largura", about: "Largura em pixels" },
  height: { label: "Altura", about: "Altura em pixels" },
  count: { label: "Quantidade", about: "Quantas imagens" },
  steps: { label: "Passos", about: "Passos de amostragem (20 se não for informado)" },
  cfg_scale: { label: "Escala CFG", about: "Com que fidelidade seguir o prompt" },
  sampler_name: { label: "Sampler", about: "Método de amostragem" },
  scheduler: { label: "Scheduler", about: "Distribuição do ruído do sampler" },
  seed: {
    label: "Seed",
    about: "A mesma seed gera a mesma imagem; -1 ou nada para uma nova",
  },
  lora: { label: "LoRA", about: "LoRAs como nome ou nome:peso, separados por vírgulas" },
  hr_upscaler: {
    label: "Upscaler hires",
    about: "Ampliar em uma segunda passada (hires fix) com este upscaler",
  },
  hr_scale: { label: "Escala hires", about: "Quanto a segunda passada amplia" },
  denoising_strength: {
    label: "Força do denoising",
    about: "Quanto a imagem dada, ou a segunda passada, pode mudar: 0 nada, 1 tudo",
  },
  image: { label: "Imagem", about: "Imagem de partida (img2img)" },
  clip_skip: {
    label: "Clip skip",
    about: "Em que camada, contando do fim, o codificador de texto para",
  },
  vae: { label: "VAE", about: "VAE com o qual decodificar" },
  detailer: {
    label: "Detailer",
    about: "Repintar rostos, mãos e afins (ADetailer ou um restaurador de rostos)",
  },
  tiling: { label: "Padrão contínuo", about: "Fazer uma imagem que se repete lado a lado" },
  preset: { label: "Preset", about: "Um conjunto de parâmetros salvo" },
  spoiler: { label: "Spoiler", about: "Ocultar as imagens até que alguém clique nelas" },
  private: { label: "Privado", about: "Mostrar o resultado só para você" },
  mask: {
    label: "Máscara",
    about: "O branco é repintado; ou uma cópia da imagem sobre a qual você pintou",
  },
  resize_mode: {
    label: "Modo de redimensionar",
    about: "Como a imagem é levada a outro tamanho",
  },
  inpainting_fill: {
    label: "Preenchimento do inpainting",
    about: "De onde parte a área mascarada",
  },
  mask_blur: { label: "Desfoque da máscara", about: "Suavidade da borda da máscara, em pixels" },
  inpaint_full_res: {
    label: "Só a área mascarada",
    about: "Gerar só a área mascarada, em resolução total",
  },
  inpaint_full_res_padding: {
    label: "Margem da área mascarada",
    about: "Pixels em volta da área mascarada que também são considerados",
  },
  inpainting_mask_invert: {
    label: "Inverter máscara",
    about: "Repintar o que não está mascarado",
  },
  extend: {
    label: "Estender",
    about: "Aumentar a imagem deste lado e gerar o que há ali",
  },
  extend_by: { label: "Estender em", about: "Quantos pixels (um quarto se não for informado)" },
  type: {
    label: "Tipo de controle",
    about: "O que manter da imagem: contornos, profundidade, pose, ...",
  },
  weight: { label: "Peso do controle", about: "Com que força manter (1 se não for informado)" },
  guidance_start: {
    label: "Início da orientação",
    about: "A partir de que parte dos passos, de 0 a 1",
  },
  guidance_end: { label: "Fim da orientação", about: "Até que parte dos passos, de 0 a 1" },
  control_mode: { label: "Modo de controle", about: "Se o prompt ou a imagem conta mais" },
  control: { label: "Controle", about: "As imagens cuja estrutura é mantida" },
  prompts: { label: "Prompts", about: "O que o prompt virou, imagem por imagem" },
  negative_prompts: {
    label: "Prompts negativos",
    about: "O que o prompt negativo virou, imagem por imagem",
  },
  subseed: { label: "Seed da variação", about: "Seed da variação" },
  subseed_strength: { label: "Força da variação", about: "Até onde vai a variação" },
  scale: { label: "Escala", about: "Quantas vezes maior (2 se não for informado)" },
  upscaler: { label: "Upscaler", about: "Com o que ampliar" },
  upscaler_2: { label: "Segundo upscaler", about: "Outro, para misturar ao primeiro" },
  upscaler_2_visibility: {
    label: "Visibilidade do segundo upscaler",
    about: "Quanto se vê do segundo, de 0 a 1",
  },
  gfpgan_visibility: {
    label: "GFPGAN",
    about: "Quanto se vê dos rostos melhorados pelo GFPGAN, de 0 a 1",
  },
  codeformer_visibility: {
    label: "CodeFormer",
    about: "Quanto se vê dos rostos melhorados pelo CodeFormer, de 0 a 1",
  },
  codeformer_weight: {
    label: "Peso do CodeFormer",
    about: "Quanto o CodeFormer é fiel a um rosto: 0 nada, 1 muito",
  },
  mode: { label: "Modo", about: "Uma frase ou tags" },
};
