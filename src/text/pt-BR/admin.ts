import type * as english from "../en/admin.ts";
import { number, plural } from "./format.ts";

export const admin: typeof english.admin = {
  command: {
    about: "Para quem cuida deste bot",
    webuis: "As webuis",
    state: "Ver como está cada webui",
    drain: "Não dar mais nada a uma webui; o que ela está gerando é concluído",
    resume: "Voltar a dar pedidos a uma webui",
    add: "Dar pedidos a mais uma webui a partir de agora",
    url: "O endereço dela, como http://192.168.1.7:7860",
    remove: "Não dar mais nada a uma webui e esquecê-la até que seja adicionada de novo",
    refresh: "Fazer as webuis olharem suas pastas de novo e ler as listas delas",
    options: "Ver ou mudar as configurações de uma webui, para quem a usa",
    webui: "Qual webui",
    option: "Qual das configurações dela",
    value: "O novo valor; nada para ver o atual",
    share: "Ver ou mudar a parte do tempo de GPU de um servidor quando vários esperam",
    server: "Qual servidor (sem indicar: todos os que têm uma parte própria)",
    shareValue:
      "O dobro da parte é o dobro do tempo de GPU: 0,1 a 10, normal 1; nada para ver a atual",
    doctor: "Ver o que está em ordem e o que não está",
    errors: "O que deu errado nas últimas 24 horas",
    announce: "Dizer algo a quem está esperando",
    text: "O que dizer; nada para encerrar",
    hours: "Por quantas horas (24 se não for informado)",
    export: "Tudo o que está guardado sobre uma pessoa, em um arquivo",
    erase: "Esquecer tudo sobre uma pessoa",
    user: "Quem",
    settingsExport: "Tudo o que está guardado sobre você, em um arquivo",
    settingsErase: "Esquecer tudo o que está guardado sobre você",
  },

  states: {
    up: "no ar",
    resting: "em descanso, pois talvez ainda esteja ocupada",
    drained: "afastada",
    down: "fora do ar",
    elsewhere: "no ar",
  },
  troubles: {
    down: "não dá para acessá-la",
    hung: "não responde a tempo",
    broke: "parou no meio da geração",
    busy: "está ocupada demais",
    memory: "a GPU dela ficou sem memória",
    denied: "não deixa ninguém entrar: confira o --api e o login dela",
    nonsense: "as respostas dela não têm imagens",
  },
  webui: (place, name, kind, state, trouble) =>
    `**${place}.** ${name} · ${kind} · ${state}${trouble === undefined ? "" : `: ${trouble}`}`,
  neverReached: (name) => `${name} · adicionada, ainda sem contato`,
  facts: (models, loras) =>
    `${plural(models, { one: "modelo", other: "modelos" })}, ${plural(loras, { one: "LoRA", other: "LoRAs" })}`,
  ownModel: (model) => `o modelo dela: ${model}`,
  drawing: "gerando agora",
  seen: (when) => `listas lidas ${when}`,
  noWebuis: "Ainda não foi possível acessar nenhuma webui.",
  drained: (name) => `${name} foi afastada: ela termina o que está gerando e não recebe mais nada.`,
  resumed: (name) => `${name} voltou a receber pedidos.`,
  added: (name, facts) => `${name} recebe pedidos a partir de agora: ${facts}.`,
  addedAway: (name) =>
    `${name} foi adicionada. Ela ainda não responde: vai receber pedidos assim que responder.`,
  removed: (name) =>
    `${name} termina o que está gerando e depois é esquecida. /admin webuis add a traz de volta.`,
  refreshed: (name) => `${name}: pastas verificadas, listas lidas.`,
  option: (name, value) => `**${name}** é ${value}.`,
  changed: (name, before, after) =>
    `**${name}** era ${before} e agora é ${after}, para quem usa esta webui.`,
  unchanged: (name, value) => `A webui não aceitou: **${name}** continua sendo ${value}.`,
  back: (value) => `Voltar para ${value}`,

  share: (server, share) =>
    `**${server}** tem uma parte de ${number.format(share)} do tempo de GPU quando vários servidores esperam (o normal é 1).`,
  sharesUsual: "Todos os servidores têm a mesma parte do tempo de GPU.",

  queued: (running, waiting) =>
    `${number.format(running)} em andamento, ${number.format(waiting)} em espera`,

  more: (count) => `e mais ${number.format(count)}`,

  errorsTitle: (count) => `${plural(count, { one: "erro", other: "erros" })} nas últimas 24 horas`,
  noErrors: "Nada deu errado nas últimas 24 horas.",
  error: (kind, count, last) => `**${kind}** · ${number.format(count)}× · o último ${last}`,
  reference: (id) => `referência ${id}`,

  announced: (until) => `Quem está esperando lê isso a partir de agora, até ${until}.`,
  silent: "Não há mais nenhum anúncio.",

  exported:
    "Tudo o que está guardado sobre esta pessoa está no arquivo. O que foi publicado está no Discord.",
  exportTooLarge: "É grande demais para um arquivo aqui. Peça a quem cuida deste bot.",
  reallyErase: (name) =>
    `Esquecer tudo sobre ${name}? Configurações, presets, lista de imagens, como cada uma foi gerada e estatísticas; o que está em espera é cancelado. As imagens publicadas ficam no Discord, e os botões delas se guiam pelo que as próprias imagens dizem.`,
  erase: "Esquecer tudo",
  erased: (name, cancelled) =>
    `Tudo sobre ${name} foi esquecido.${cancelled === 0 ? "" : ` ${plural(cancelled, { one: "pedido cancelado", other: "pedidos cancelados" })}.`}`,

  refused: {
    noWebui: (typed) => `Não há nenhuma webui \`${typed}\`.`,
    noServer: (typed, nearest) =>
      nearest.length === 0
        ? `Não estou em nenhum servidor \`${typed}\`.`
        : `Não estou em nenhum servidor \`${typed}\`. Você quis dizer ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    severalServers: (typed, ids) =>
      `Vários servidores se chamam \`${typed}\`: diga qual pelo ID, ${ids.join(", ")}.`,
    whichServer: "Qual servidor? Escolha um além da parte.",
    notAnAddress: "Isso não é um endereço: tem que começar com http:// ou https://.",
    isThere: (name) => `${name} já está na lista.`,
    noOptions: "Esta webui não tem configurações que possam ser vistas ou mudadas daqui.",
    noOption: (typed, nearest) =>
      nearest.length === 0
        ? `Não há nenhuma configuração \`${typed}\` lá.`
        : `Não há nenhuma configuração \`${typed}\` lá. Você quis dizer ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    wrongType: (name, value) => `${name} não pode ser \`${value}\`.`,
    noAnswer:
      "A webui não respondeu a tempo. Talvez esteja carregando algo: confira de novo daqui a pouco.",
    failed: (detail) => `A webui recusou${detail === "" ? "." : `: ${detail}`}`,
  },
};
