import type * as english from "../en/setting-names.ts";

export const settingNames: typeof english.settingNames = {
  max_waiting: {
    label: "Peticiones a la vez",
    about: "Cuántas peticiones de un miembro pueden esperar o estar en curso; 0 sin límite",
  },
  max_count: {
    label: "Imágenes por petición",
    about: "Máximo de imágenes de una petición; 0 sin límite",
  },
  max_steps: { label: "Máximo de pasos", about: "Máximo de pasos de muestreo; 0 sin límite" },
  max_pixels: {
    label: "Máximo de píxeles",
    about: "Máximo de píxeles de una imagen terminada, hires fix incluido; 0 sin límite",
  },
  max_upscale: {
    label: "Máximo de ampliación",
    about: "Cuántas veces se puede ampliar una imagen; 0 sin límite",
  },
  max_per_hour: {
    label: "Peticiones por hora",
    about: "Máximo de peticiones de un miembro por hora; 0 sin límite",
  },
  gpu_seconds_per_day: {
    label: "Segundos de GPU al día",
    about: "Segundos de GPU que un miembro puede usar cada día; 0 sin límite",
  },
  cooldown_seconds: {
    label: "Pausa entre peticiones",
    about: "Segundos hasta que un miembro puede hacer la siguiente petición; 0 sin pausa",
  },
  gpu_share: {
    label: "Parte del tiempo de GPU",
    about:
      "De dos que esperan, quien tiene 2 recibe el doble de tiempo que quien tiene 1; 0,1 a 10",
  },
  blocked_commands: {
    label: "Comandos bloqueados",
    about: "Comandos que no se pueden usar, separados por comas",
  },
  banned_words: {
    label: "Palabras prohibidas",
    about: "Se rechazan los prompts que las llevan; separadas por comas, /.../ es un patrón",
  },
  banned_words_sfw: {
    label: "Prohibidas en canales sin restricción de edad",
    about: "Rechazadas en todas partes menos en canales con restricción de edad",
  },
  dropped_words: {
    label: "Palabras omitidas",
    about: "Se quitan de los prompts sin avisar; separadas por comas, /.../ es un patrón",
  },
  always_negative: {
    label: "Siempre negativo",
    about: "Palabras que van en todos los prompts negativos",
  },
  allowed_models: {
    label: "Modelos permitidos",
    about: "Los únicos modelos con los que se puede generar, separados por comas",
  },
  allowed_roles: {
    label: "Roles permitidos",
    about: "Los únicos roles cuyos miembros pueden generar algo",
  },
  banned_roles: { label: "Roles vetados", about: "Roles cuyos miembros no pueden generar nada" },
  banned_people: { label: "Personas vetadas", about: "Miembros que no pueden generar nada" },
  forced_spoiler: {
    label: "Spoiler obligatorio",
    about: "Ocultar cada imagen hasta que se haga clic en ella",
  },
  spoiler_roles: {
    label: "Roles con spoiler",
    about: "Roles cuyas imágenes se ocultan hasta que se haga clic en ellas",
  },
  review: {
    label: "Revisión",
    about: "Comprobar resultados, si hay un clasificador; lo que detecta espera a la moderación",
  },
  live_preview: {
    label: "Vista previa en directo",
    about: "Mostrar las imágenes mientras se generan",
  },
  audit_channel: {
    label: "Canal de registro",
    about: "Dónde se anotan los rechazos y lo que hace la moderación",
  },
  public_language: {
    label: "Idioma público",
    about: "El idioma de los mensajes que ve todo el mundo",
  },
};
