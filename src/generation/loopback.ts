/** A host that is the asking machine itself, whichever that is. An address of IPv6 may stand in brackets. */
export const isLoopback = (host: string): boolean =>
  /^(?:localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(host);
