import type * as english from "../en/setting-names.ts";

export const settingNames: typeof english.settingNames = {
  max_waiting: {
    label: "Pedidos ao mesmo tempo",
    about: "Quantos pedidos de um membro podem esperar ou estar em andamento; 0 sem limite",
  },
  max_count: {
    label: "Imagens por pedido",
    about: "Máximo de imagens de um pedido; 0 sem limite",
  },
  max_steps: { label: "Máximo de passos", about: "Máximo de passos de amostragem; 0 sem limite" },
  max_pixels: {
    label: "Máximo de pixels",
    about: "Máximo de pixels de uma imagem pronta, hires fix incluído; 0 sem limite",
  },
  max_upscale: {
    label: "Máximo de ampliação",
    about: "Quantas vezes uma imagem pode ser ampliada; 0 sem limite",
  },
  max_per_hour: {
    label: "Pedidos por hora",
    about: "Máximo de pedidos de um membro por hora; 0 sem limite",
  },
  gpu_seconds_per_day: {
    label: "Segundos de GPU por dia",
    about: "Segundos de GPU que um membro pode usar por dia; 0 sem limite",
  },
  cooldown_seconds: {
    label: "Pausa entre pedidos",
    about: "Segundos até um membro poder fazer o próximo pedido; 0 sem pausa",
  },
  gpu_share: {
    label: "Parte do tempo de GPU",
    about: "De dois que esperam, quem tem 2 recebe o dobro do tempo de quem tem 1; 0,1 a 10",
  },
  blocked_commands: {
    label: "Comandos bloqueados",
    about: "Comandos que não podem ser usados, separados por vírgulas",
  },
  banned_words: {
    label: "Palavras proibidas",
    about: "Prompts que as contêm são recusados; separadas por vírgulas, /.../ é um padrão",
  },
  banned_words_sfw: {
    label: "Proibidas em canais sem restrição de idade",
    about: "Recusadas em todo lugar, menos em canais com restrição de idade",
  },
  dropped_words: {
    label: "Palavras removidas",
    about: "Tiradas dos prompts sem aviso; separadas por vírgulas, /.../ é um padrão",
  },
  always_negative: {
    label: "Sempre negativo",
    about: "Palavras que vão em todos os prompts negativos",
  },
  allowed_models: {
    label: "Modelos permitidos",
    about: "Os únicos modelos com que se pode gerar, separados por vírgulas",
  },
  allowed_roles: {
    label: "Cargos permitidos",
    about: "Os únicos cargos cujos membros podem gerar algo",
  },
  banned_roles: { label: "Cargos banidos", about: "Cargos cujos membros não podem gerar nada" },
  banned_people: { label: "Pessoas banidas", about: "Membros que não podem gerar nada" },
  forced_spoiler: {
    label: "Spoiler obrigatório",
    about: "Ocultar cada imagem até que alguém clique nela",
  },
  spoiler_roles: {
    label: "Cargos com spoiler",
    about: "Cargos cujas imagens ficam ocultas até que alguém clique nelas",
  },
  review: {
    label: "Análise",
    about: "Verificar resultados, se houver um classificador; o que ele acha espera a moderação",
  },
  live_preview: {
    label: "Prévia ao vivo",
    about: "Mostrar as imagens enquanto são geradas",
  },
  audit_channel: {
    label: "Canal de registro",
    about: "Onde são anotadas as recusas e o que a moderação faz",
  },
  public_language: {
    label: "Idioma público",
    about: "O idioma das mensagens que todo mundo vê",
  },
};
