/** What one process holds after its garbage is collected, as it sees itself. */
export type Inside = {
  /** Objects and what they hold outside the heap. */
  heapMb: number;
  rssMb: number;
  /** Node's own count of what keeps it alive, by kind: sockets, timers and so on. */
  resources: Record<string, number>;
};

/** A line of a probe. */
export type Said = { name?: string; inside?: Inside; warning?: string };

export type ProcessSample = Inside & {
  pid: number;
  name: string;
  /** Open file descriptors, by kind. */
  files: Record<string, number>;
};

/** Everything that is measured when nobody asks for anything and all is done. */
export type Sample = {
  /** Simulated hours since the start. */
  hour: number;
  /** Nothing befell Easel in the quarter before, so counts are comparable. */
  isCalm: boolean;
  processes: ProcessSample[];
  redis: {
    connections: number;
    /** Keys that never end, by family. */
    lasting: Record<string, number>;
    /** Keys that end by themselves some day. */
    passing: number;
    usedMb: number;
  };
};
