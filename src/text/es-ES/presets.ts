import type * as english from "../en/presets.ts";
import { either, number } from "./format.ts";

export const presets: typeof english.presets = {
  command: {
    about: "Guardar parámetros con un nombre y generar con ellos",
    save: "Guardar parámetros con un nombre: los que escribas o los de un resultado",
    list: "Ver tus presets, los compartidos aquí y los del servidor",
    use: "Generar con un preset",
    delete: "Eliminar un preset",
    share: "Dejar que todo el servidor use uno de tus presets",
    name: "Nombre del preset",
    newName: "Nombre con el que se podrá usar",
    parameters:
      "Como --steps 30 --ar 16:9; las palabras de delante se añaden a cada prompt ({prompt})",
    from: "Un resultado de este bot: su enlace o ID; tu última imagen si no se indica nada",
    scope: "Para quién: tú o todo el servidor",
    stop: "Dejar de compartirlo",
  },

  scopes: { me: "Yo", server: "Este servidor" },
  of: (name) => `de ${name}`,
  ofServer: "del servidor",

  title: "Presets",
  groups: { own: "Tuyos", shared: "Compartidos aquí", server: "Del servidor" },
  nothing: "Todavía no hay presets. `/preset save` crea uno, y también 💾 debajo de 📋.",
  line: (name, values) => `**${name}** · ${values}`,
  lineOf: (name, owner, values) => `**${name}** · ${owner} · ${values}`,
  sharedHere: (name, values) => `**${name}** · compartido aquí · ${values}`,

  dialog: { title: "Guardar como preset", name: "Nombre", scope: "Para quién" },

  saved: (name) => `El preset ${name} está guardado. Genera con él: \`/draw\` con \`preset\`.`,
  replaced: (name) => `El preset ${name} está guardado en lugar del que tenía ese nombre.`,
  savedServer: (name) => `El preset ${name} está guardado para todo el servidor.`,
  replacedServer: (name) =>
    `El preset ${name} del servidor está guardado en lugar del que tenía ese nombre.`,
  deleted: (name) => `El preset ${name} se ha eliminado.`,
  deletedServer: (name) => `El preset ${name} del servidor se ha eliminado.`,
  shared: (name) => `Ahora todo el servidor puede generar con el preset ${name}.`,
  unshared: (name) => `El preset ${name} ya no se comparte aquí.`,
  unsharedOf: (name, owner) => `El preset ${name} de ${owner} ya no se comparte aquí.`,

  refused: {
    unknown: (typed, nearest) =>
      nearest.length === 0
        ? `Aquí no hay ningún preset ${typed}, ni ningún otro.`
        : `Aquí no hay ningún preset ${typed}. ¿Querías decir ${either.format(nearest)}?`,
    notOwn: (typed) => `No tienes ningún preset ${typed}.`,
    noName: "Un preset necesita un nombre que se pueda ver.",
    longName: (most) =>
      `El nombre de un preset puede tener ${number.format(most)} caracteres como máximo.`,
    badName:
      "El nombre de un preset no puede llevar flags, menciones ni caracteres que no se vean.",
    empty: "No hay nada que guardar: no se ha indicado ningún parámetro.",
    tooLong: "Es demasiado para un preset: sus palabras tienen que ser menos.",
    nested: "Un preset no puede contener otro preset.",
    full: (most) => `Ya hay ${number.format(most)} presets: elimina uno primero.`,
    takenBy: (name, owner) => `${owner} ya comparte aquí un preset ${name}. Elige otro nombre.`,
    takenByServer: (name) =>
      `El propio servidor tiene un preset ${name}. Guarda primero el tuyo con otro nombre.`,
    notYours: (name, owner) => `El preset ${name} es de ${owner}.`,
    noServer: "Aquí no hay ningún servidor: solo tus propios presets.",
    noLastPicture:
      "No hay ninguna imagen tuya de la que guardar. Indica `parameters`, como `--steps 30 --ar 16:9`.",
    noResult:
      "No encuentro ahí ningún resultado mío. Tiene que estar en este canal, donde yo pueda leerlo, o ser uno tuyo.",
  },
};
