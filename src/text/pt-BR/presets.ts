import type * as english from "../en/presets.ts";
import { either, number } from "./format.ts";

export const presets: typeof english.presets = {
  command: {
    about: "Salvar parâmetros com um nome e gerar com eles",
    save: "Salvar parâmetros com um nome: os que você digitar ou os de um resultado",
    list: "Ver seus presets, os compartilhados aqui e os do servidor",
    use: "Gerar com um preset",
    delete: "Excluir um preset",
    share: "Deixar todo o servidor usar um dos seus presets",
    name: "Nome do preset",
    newName: "Nome com o qual ele poderá ser usado",
    parameters:
      "Como --steps 30 --ar 16:9; palavras antes deles são somadas a cada prompt ({prompt})",
    from: "Um resultado deste bot: o link ou o ID; sua última imagem se nada for informado",
    scope: "Para quem: você ou o servidor inteiro",
    stop: "Parar de compartilhar",
  },

  scopes: { me: "Eu", server: "Este servidor" },
  of: (name) => `de ${name}`,
  ofServer: "do servidor",

  title: "Presets",
  groups: { own: "Seus", shared: "Compartilhados aqui", server: "Do servidor" },
  nothing: "Ainda não há presets. `/preset save` cria um, e 💾 abaixo de 📋 também.",
  line: (name, values) => `**${name}** · ${values}`,
  lineOf: (name, owner, values) => `**${name}** · ${owner} · ${values}`,
  sharedHere: (name, values) => `**${name}** · compartilhado aqui · ${values}`,

  dialog: { title: "Salvar como preset", name: "Nome", scope: "Para quem" },

  saved: (name) => `O preset ${name} foi salvo. Gere com ele: \`/draw\` com \`preset\`.`,
  replaced: (name) => `O preset ${name} foi salvo no lugar do que tinha esse nome.`,
  savedServer: (name) => `O preset ${name} foi salvo para o servidor inteiro.`,
  replacedServer: (name) =>
    `O preset ${name} do servidor foi salvo no lugar do que tinha esse nome.`,
  deleted: (name) => `O preset ${name} foi excluído.`,
  deletedServer: (name) => `O preset ${name} do servidor foi excluído.`,
  shared: (name) => `Agora todo o servidor pode gerar com o preset ${name}.`,
  unshared: (name) => `O preset ${name} não é mais compartilhado aqui.`,
  unsharedOf: (name, owner) => `O preset ${name} de ${owner} não é mais compartilhado aqui.`,

  refused: {
    unknown: (typed, nearest) =>
      nearest.length === 0
        ? `Não há nenhum preset ${typed} aqui, nem qualquer outro.`
        : `Não há nenhum preset ${typed} aqui. Você quis dizer ${either.format(nearest)}?`,
    notOwn: (typed) => `Você não tem nenhum preset ${typed}.`,
    noName: "Um preset precisa de um nome que dê para ver.",
    longName: (most) => `O nome de um preset pode ter no máximo ${number.format(most)} caracteres.`,
    badName: "O nome de um preset não pode ter flags, menções nem caracteres invisíveis.",
    empty: "Não há nada para salvar: nenhum parâmetro foi dado.",
    tooLong: "É demais para um preset só: o texto dele precisa ser mais curto.",
    nested: "Um preset não pode conter outro preset.",
    full: (most) => `Já existem ${number.format(most)} presets: exclua um primeiro.`,
    takenBy: (name, owner) => `${owner} já compartilha um preset ${name} aqui. Escolha outro nome.`,
    takenByServer: (name) =>
      `O próprio servidor tem um preset ${name}. Salve antes o seu com outro nome.`,
    notYours: (name, owner) => `O preset ${name} é de ${owner}.`,
    noServer: "Não há servidor aqui: só os seus próprios presets.",
    noLastPicture:
      "Não há nenhuma imagem sua de onde salvar. Diga `parameters`, como `--steps 30 --ar 16:9`.",
    noResult:
      "Não encontro nenhum resultado meu aí. Ele precisa estar neste canal, onde eu possa lê-lo, ou ser um dos seus.",
  },
};
