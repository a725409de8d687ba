const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What stands in the first element of this name. XMP is XML; no more of it is understood than is needed here. */
export function readElement(xml: string, name: string): string | undefined {
  const inner = innerXml(xml, name);
  return inner === undefined ? undefined : unescapeXml(inner);
}

/** Exif's comment as XMP has it: a list of languages, of which the first counts (XMP specification, part 2, 3.3). */
export function readXmpComment(xml: string): string | undefined {
  const comment = innerXml(xml, "exif:UserComment");
  const item = comment === undefined ? undefined : innerXml(comment, "rdf:li");
  const text = item ?? comment;
  return text === undefined ? undefined : unescapeXml(text).trim();
}

function innerXml(xml: string, name: string): string | undefined {
  const start = xml.indexOf(`<${name}`);
  const from = start < 0 ? -1 : xml.indexOf(">", start);
  const to = from < 0 ? -1 : xml.indexOf(`</${name}>`, from);
  return to < 0 ? undefined : xml.slice(from + 1, to);
}

function unescapeXml(text: string): string {
  const entity = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
  return text.replace(entity, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
