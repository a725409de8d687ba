const newline = 10;

/** The lines of a stream, without their ends; `onLength` hears how many bytes of a line have come without its end. */
export async function* linesOf(
  stream: AsyncIterable<Buffer>,
  onLength: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(newline, start);
      if (end === -1) break;
      yield Buffer.concat([...begun, chunk.subarray(start, end)]);
      begun = [];
      length = 0;
      start = end + 1;
    }
    begun.push(chunk.subarray(start));
    length += chunk.length - start;
    onLength(length);
  }
  if (length > 0) yield Buffer.concat(begun);
}
