import sharp from "sharp";
import { withPictureText } from "../../src/generation/picture/metadata.ts";

/** A plain picture as a member attaches it, with an infotext in it if one is given. */
export async function pngFile({
  name = "picture.png",
  infotext,
  width = 64,
  height = 64,
  colour = "teal",
}: {
  name?: string;
  infotext?: string;
  width?: number;
  height?: number;
  colour?: string;
} = {}) {
  const plain = await sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer();
  const bytes = infotext === undefined ? plain : withPictureText(plain, infotext);
  return { bytes, name, contentType: "image/png" };
}
