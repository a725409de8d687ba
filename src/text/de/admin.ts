import type * as english from "../en/admin.ts";
import { number, plural } from "./format.ts";

export const admin: typeof english.admin = {
  command: {
    about: "Für alle, die diesen Bot betreiben",
    webuis: "Die Webuis",
    state: "Wie es jeder Webui geht",
    drain: "Einer Webui nichts mehr geben; was sie zeichnet, wird fertig",
    resume: "Einer Webui wieder Aufträge geben",
    add: "Ab jetzt einer weiteren Webui Aufträge geben",
    url: "Ihre Adresse, etwa http://192.168.1.7:7860",
    remove: "Einer Webui nichts mehr geben und sie vergessen, bis sie wieder hinzukommt",
    refresh: "Webuis ihre Ordner neu ansehen lassen und ihre Listen lesen",
    options: "Die Einstellungen einer Webui sehen oder ändern, für alle, die sie benutzen",
    webui: "Welche Webui",
    option: "Welche ihrer Einstellungen",
    value: "Der neue Wert; nichts, um ihn zu sehen",
    share: "Sehen oder ändern, wie viel GPU-Zeit ein Server bekommt, während mehrere warten",
    server: "Welcher Server (ohne Angabe alle, die einen eigenen Anteil haben)",
    shareValue:
      "Doppelter Anteil, doppelte GPU-Zeit: 0,1 bis 10, üblich ist 1; nichts, um ihn zu sehen",
    doctor: "Sehen, was in Ordnung ist und was nicht",
    errors: "Was in den letzten 24 Stunden schiefgegangen ist",
    announce: "Allen, die warten, etwas sagen",
    text: "Was zu sagen ist; nichts, um es zu beenden",
    hours: "Wie lange, in Stunden (24 ohne Angabe)",
    export: "Alles, was über eine Person aufbewahrt wird, als Datei",
    erase: "Alles von einer Person vergessen",
    user: "Von wem",
    settingsExport: "Alles, was über dich aufbewahrt wird, als Datei",
    settingsErase: "Alles vergessen, was über dich aufbewahrt wird",
  },

  states: {
    up: "läuft",
    resting: "ruht, denn sie könnte noch beschäftigt sein",
    drained: "stillgelegt",
    down: "nicht erreichbar",
    elsewhere: "läuft",
  },
  troubles: {
    down: "sie ist nicht erreichbar",
    hung: "sie antwortet nicht rechtzeitig",
    broke: "sie ist beim Zeichnen abgebrochen",
    busy: "sie ist überlastet",
    memory: "ihrer GPU ist der Speicher ausgegangen",
    denied: "sie lässt niemanden hinein: Sieh nach ihrem --api und ihrer Anmeldung",
    nonsense: "in ihren Antworten sind keine Bilder",
  },
  webui: (place, name, kind, state, trouble) =>
    `**${place}.** ${name} · ${kind} · ${state}${trouble === undefined ? "" : `: ${trouble}`}`,
  neverReached: (name) => `${name} · hinzugefügt und noch nicht erreicht`,
  facts: (models, loras) =>
    `${plural(models, { one: "Modell", other: "Modelle" })}, ${plural(loras, { one: "LoRA", other: "LoRAs" })}`,
  ownModel: (model) => `ihr eigenes Modell: ${model}`,
  drawing: "zeichnet gerade",
  seen: (when) => `Listen gelesen ${when}`,
  noWebuis: "Noch nie war eine Webui erreichbar.",
  drained: (name) =>
    `${name} ist stillgelegt: Sie zeichnet fertig, was sie hat, und bekommt nichts mehr.`,
  resumed: (name) => `${name} bekommt wieder Aufträge.`,
  added: (name, facts) => `${name} bekommt ab jetzt Aufträge: ${facts}.`,
  addedAway: (name) =>
    `${name} ist hinzugefügt. Noch antwortet sie nicht: Sobald sie es tut, bekommt sie Aufträge.`,
  removed: (name) =>
    `${name} zeichnet fertig, was sie hat, und ist vergessen. /admin webuis add holt sie zurück.`,
  refreshed: (name) => `${name}: Ordner angesehen, Listen gelesen.`,
  option: (name, value) => `**${name}** ist ${value}.`,
  changed: (name, before, after) =>
    `**${name}** war ${before} und ist jetzt ${after}, für alle, die diese Webui benutzen.`,
  unchanged: (name, value) =>
    `Die Webui hat es nicht angenommen: **${name}** ist weiterhin ${value}.`,
  back: (value) => `Zurück zu ${value}`,

  share: (server, share) =>
    `**${server}** hat einen Anteil von ${number.format(share)} an der GPU-Zeit, während mehrere Server warten (üblich ist 1).`,
  sharesUsual: "Jeder Server hat denselben Anteil an der GPU-Zeit.",

  queued: (running, waiting) =>
    `${number.format(running)} in Arbeit, ${number.format(waiting)} in der Warteschlange`,

  more: (count) => `und ${number.format(count)} weitere`,

  errorsTitle: (count) =>
    `${plural(count, { one: "Fehler", other: "Fehler" })} in den letzten 24 Stunden`,
  noErrors: "In den letzten 24 Stunden ist nichts schiefgegangen.",
  error: (kind, count, last) => `**${kind}** · ${number.format(count)}× · zuletzt ${last}`,
  reference: (id) => `Kennung ${id}`,

  announced: (until) => `Alle, die warten, lesen es jetzt, bis ${until}.`,
  silent: "Es wird nichts mehr angesagt.",

  exported:
    "Alles, was über diese Person aufbewahrt wird, ist in der Datei. Gepostetes steht in Discord.",
  exportTooLarge:
    "Es ist zu groß für eine Datei hier. Bitte wende dich an die, die diesen Bot betreiben.",
  reallyErase: (name) =>
    `Alles von ${name} vergessen? Einstellungen, Presets, die Liste der Bilder, wie jedes gezeichnet wurde, Statistik; was wartet, wird abgebrochen. Gepostete Bilder bleiben in Discord, und ihre Knöpfe richten sich nach dem, was die Bilder selbst sagen.`,
  erase: "Alles vergessen",
  erased: (name, cancelled) =>
    `Alles von ${name} ist vergessen.${cancelled === 0 ? "" : ` ${plural(cancelled, { one: "Auftrag wurde", other: "Aufträge wurden" })} abgebrochen.`}`,

  refused: {
    noWebui: (typed) => `Es gibt keine Webui \`${typed}\`.`,
    noServer: (typed, nearest) =>
      nearest.length === 0
        ? `Ich bin auf keinem Server \`${typed}\`.`
        : `Ich bin auf keinem Server \`${typed}\`. Meintest du ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    severalServers: (typed, ids) =>
      `Mehrere Server heißen \`${typed}\`: Sag durch die ID, welcher gemeint ist, ${ids.join(", ")}.`,
    whichServer: "Welcher Server? Wähle einen neben dem Anteil.",
    notAnAddress: "Das ist keine Adresse: Sie muss mit http:// oder https:// anfangen.",
    isThere: (name) => `${name} ist schon da.`,
    noOptions: "Diese Webui hat keine Einstellungen, die von hier zu sehen oder zu ändern wären.",
    noOption: (typed, nearest) =>
      nearest.length === 0
        ? `Dort gibt es keine Einstellung \`${typed}\`.`
        : `Dort gibt es keine Einstellung \`${typed}\`. Meintest du ${nearest.map((name) => `\`${name}\``).join(", ")}?`,
    wrongType: (name, value) => `${name} kann nicht \`${value}\` sein.`,
    noAnswer:
      "Die Webui hat nicht rechtzeitig geantwortet. Vielleicht lädt sie gerade: Sieh in einer Weile wieder nach.",
    failed: (detail) => `Die Webui hat das abgelehnt${detail === "" ? "." : `: ${detail}`}`,
  },
};
