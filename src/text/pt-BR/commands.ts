import type * as english from "../en/commands.ts";

export const commands: typeof english.commands = {
  draw: { about: "Gerar imagens a partir de palavras" },
  edit: { about: "Repintar uma parte de uma imagem ou estendê-la além das bordas" },
  control: { about: "Gerar com a estrutura de uma imagem: contornos, profundidade, pose" },
  upscale: { about: "Ampliar uma imagem ou melhorar os rostos dela" },
  describe: { about: "Descrever uma imagem em palavras ou tags" },
  inspect: {
    about: "Ver com o que uma imagem foi feita",
    image: "Imagem a examinar",
  },
  history: { about: "Encontrar suas últimas imagens" },
  info: {
    about: "Ver com o que dá para gerar aqui",
    list: "Qual lista",
    search: "Só o que tem isto no nome",
  },
  prompt: {
    about: "Receber um prompt mais completo a partir de poucas palavras",
    text: "O que você gostaria de ver; podem seguir flags como --ar 16:9",
  },
  stats: {
    about: "Ver quanto é gerado, com o quê e quando",
    period: "Em qual período (os últimos 7 dias se não for informado)",
    of: "De quem",
  },
  queue: {
    about: "Ver o que está em espera e o que está sendo gerado",
    action: "O que fazer, para a moderação",
    clear: "Esvaziar: cancelar tudo o que espera neste servidor",
    pause: "Pausar: não gerar nada para este servidor até retomar",
    resume: "Retomar a geração para este servidor",
    pause_all: "Pausar tudo, em todo lugar (quem cuida do bot)",
    resume_all: "Retomar tudo (quem cuida do bot)",
  },
};

export const menus: typeof english.menus = {
  inspect: "Dados da imagem",
  remix: "Remixar",
  upscale: "Ampliar",
  describe: "Descrever",
  remixAvatar: "Remixar avatar",
};
