import type * as english from "../en/buttons.ts";
import { number } from "./format.ts";

export const buttons: typeof english.buttons = {
  again: "De novo",
  edit: "Editar e gerar de novo",
  vary: "Variar uma imagem",
  varyStrong: "Variar muito",
  upscale: "Ampliar uma imagem",
  zoom: "Afastar ou deslocar",
  details: "Detalhes",
  remove: "Remover",
  skip: "Próxima imagem",
  draw: "Gerar",
  repeat: "Gerar isto de novo",
  remix: "Remixar",
  original: "Original",
  control: "Mais uma imagem de controle",
  approve: "Aprovar",
  reject: "Rejeitar",
  preset: "Salvar como preset",
  originalOf: (number) => `Original ${number}`,
  picture: (number) => `Imagem ${number}`,
  pictureSubtle: (number) => `Imagem ${number}, um pouco`,
  pictureStrong: (number) => `Imagem ${number}, muito`,
};

export const views: typeof english.views = {
  title: "Ver mais além",
  out15: "Afastar 1,5×",
  out20: "Afastar 2×",
  square: "Deixar quadrada",
  left: "⬅ Para a esquerda",
  right: "Para a direita ➡",
  up: "⬆ Para cima",
  down: "Para baixo ⬇",
};

export const choose: typeof english.choose = {
  several: (count) => `Há ${number.format(count)} imagens nesta mensagem.`,
  which: "Qual delas?",
};

export const dialog: typeof english.dialog = {
  edit: "Editar e gerar de novo",
  remix: "Remixar",
  control: "Mais uma imagem de controle",
  flags: "Todo o resto, como --steps 30 --ar 16:9",
};
