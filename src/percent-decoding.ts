/** A password in an address is percent-encoded where it must be; one with a bare percent sign means just that. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
