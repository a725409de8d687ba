import type { RawFile } from "@discordjs/rest";

/** A message as Discord's API takes it, with the files it shows. */
export type Outgoing = { body: Record<string, unknown>; files: RawFile[] };

/** Builds the messages of a result for the place where they go. More than one where it has many pictures. */
export type Render = (place: { maxFileBytes: number; mention: boolean }) => Promise<Outgoing[]>;

/** What earlier tries of the same delivery did; `note` is stored before it resolves. */
export type Notes = {
  read(): Promise<Record<string, string>>;
  note(name: string, value: string): Promise<void>;
};
