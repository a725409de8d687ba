import type * as english from "../en/admin.ts";
import { number, plural } from "./format.ts";

export const admin: typeof english.admin = {
  command: {
    about: "Para quienes gestionan este bot",
    webuis: "Las webuis",
    state: "Ver cómo está cada webui",
    drain: "No dar nada más a una webui; lo que está generando se termina",
    resume: "Volver a dar peticiones a una webui",
    add: "Dar peticiones a una webui más desde ahora",
    url: "Su dirección, por ejemplo http://192.168.1.7:7860",
    remove: "No dar nada más a una webui y olvidarla hasta que se vuelva a añadir",
    refresh: "Hacer que las webuis revisen sus carpetas y leer sus listas",
    options: "Ver o cambiar los ajustes propios de una webui, para quienes la usan",
    webui: "Qué webui",
    option: "Cuál de sus ajustes",
    value: "Su nuevo valor; nada para verlo",
    share: "Ver o cambiar la parte del tiempo de GPU de un servidor cuando esperan varios",
    server: "Qué servidor (si no se indica, todos los que tienen su propia parte)",
    shareValue:
      "El doble de parte es el doble de tiempo de GPU: de 0,1 a 10, normal 1; nada para verla",
    doctor: "Ver qué está en orden y qué no",
    errors: "Qué ha fallado en las últimas 24 horas",
    announce: "Decir algo a quienes esperan",
    text: "Qué decir; nada para retirarlo",
    hours: "Durante cuántas horas (24 si no se indica)",
    export: "Todo lo que se guarda de una persona, en un archivo",
    erase: "Olvidar todo lo de una persona",
    user: "De quién",
    settingsExport: "Todo lo que se guarda de ti, en un archivo",
    settingsErase: "Olvidar todo lo que se guarda de ti",
  },

  states: {
    up: "en marcha",
    resting: "en pausa, porque puede que siga ocupada",
    drained: "apartada",
    down: "caída",
    elsewhere: "en marcha",
  },
  troubles: {
    down: "no se puede acceder a ella",
    hung: "no responde a tiempo",
    broke: "se interrumpió mientras generaba",
    busy: "está saturada",
    memory: "su GPU se quedó sin memoria",
    denied: "no deja entrar a nadie: revisa su --api y su inicio de sesión",
    nonsense: "sus respuestas no contienen imágenes",
  },
  webui: (place, name, kind, state, trouble) =>
    `**${place}.** ${name} · ${kind} · ${state}${trouble === undefined ? "" : `: ${trouble}`}`,
  neverReached: (name) => `${name} · añadida, aún sin contacto`,
  facts: (models, loras) =>
    `${plural(models, { one: "modelo", other: "modelos" })}, ${plural(loras, { one: "LoRA", other: "LoRA" })}`,
  ownModel: (model) => `su propio modelo: ${model}`,
  drawing: "generando ahora",
  seen: (when) => `listas leídas ${when}`,
  noWebuis: "Todavía no se ha podido acceder a ninguna webui.",
  drained: (name) => `${name} queda apartada: termina lo que está generando y no recibe nada más.`,
  resumed: (name) => `${name} vuelve a recibir peticiones.`,
  added: (name, facts) => `${name} recibe peticiones desde ahora: ${facts}.`,
  addedAway: (name) =>
    `${name} está añadida. Aún no responde: recibirá peticiones en cuanto lo haga.`,
  removed: (name) =>
    `${name} termina lo que está generando y después se olvida. /admin webuis add la trae de vuelta.`,
  refreshed: (name) => `${name}: carpetas revisadas, listas leídas.`,
  option: (name, value) => `**${name}** es ${value}.`,
  changed: (name, before, after) =>
    `**${name}** era ${before} y ahora es ${after}, para quienes usan esta webui.`,
  unchanged: (name, value) => `La webui no lo ha aceptado: **${name}** sigue siendo ${value}.`,
  back: (value) => `Volver a ${value}`,

  share: (server, share) =>
    `**${server}** tiene una parte de ${number.format(share)} del tiempo de GPU cuando esperan varios servidores (lo normal es 1).`,
  sharesUsual: "Todos los servidores tienen la misma parte del tiempo de GPU.",

  queued: (running, waiting) =>
    `${number.format(running)} en curso, ${number.format(waiting)} en espera`,

  more: (count) => `y ${number.format(count)} más`,

  errorsTitle: (count) =>
    `${plural(count, { one: "error", other: "errores" })} en las últimas 24 horas`,
  noErrors: "No ha fallado nada en las últimas 24 horas.",
  error: (kind, count, last) => `**${kind}** · ${number.format(count)}× · el último ${last}`,
  reference: (id) => `referencia ${id}`,

  announced: (until) => `Quienes esperan lo leen desde ahora, hasta ${until}.`,
  silent: "Ya no se anuncia nada.",

  exported:
    "Todo lo que se guarda de esta persona está en el archivo. Lo que se publicó está en Discord.",
  exportTooLarge:
    "Es demasiado grande para enviarlo aquí como archivo. Pídeselo a quien gestiona este bot.",
  reallyErase: (name) =>
    `¿Olvidar todo lo de ${name}? Ajustes, presets, lista de imágenes, cómo se generó cada una y estadísticas; lo que está en espera se cancela. Las imágenes publicadas se quedan en Discord y sus botones se guían por lo que dicen las propias imágenes.`,
  erase: "Olvidarlo todo",
  erased: (name, cancelled) =>
    `Se ha olvidado todo lo de ${name}.${cancelled === 0 ? "" : ` ${plural(cancelled, { one: "petición cancelada", other: "peticiones canceladas" })}.`}`,

  refused: {
    noWebui: (typed) => `No hay ninguna webui \`${typed}\`.`,
    noServer: (typed, nearest) =>
      nearest.length === 0
        ? `No estoy en ningún servidor \`${typed}\`.`
        : `No estoy en ningún servidor \`${typed}\`. ¿Querías decir ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    severalServers: (typed, ids) =>
      `Varios servidores se llaman \`${typed}\`: indica cuál con su ID, ${ids.join(", ")}.`,
    whichServer: "¿Qué servidor? Elige uno además de la parte.",
    notAnAddress: "Esto no es una dirección: tiene que empezar por http:// o https://.",
    isThere: (name) => `${name} ya está añadida.`,
    noOptions: "Esta webui no tiene ajustes que se puedan ver o cambiar desde aquí.",
    noOption: (typed, nearest) =>
      nearest.length === 0
        ? `Ahí no hay ningún ajuste \`${typed}\`.`
        : `Ahí no hay ningún ajuste \`${typed}\`. ¿Querías decir ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    wrongType: (name, value) => `${name} no puede ser \`${value}\`.`,
    noAnswer:
      "La webui no ha respondido a tiempo. Puede que esté cargando: vuelve a mirar dentro de un rato.",
    failed: (detail) => `La webui lo ha rechazado${detail === "" ? "." : `: ${detail}`}`,
  },
};
