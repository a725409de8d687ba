import { z } from "zod";
import { work } from "./generation/work.ts";

/** Where a result goes: an address, never a live object. Times in milliseconds since 1970. */
export const reply = z.object({
  applicationId: z.string(),
  /** The interaction's: it lives 15 minutes at most. */
  token: z.string(),
  /** The message that its author was answered with, where it is not the interaction's first answer. */
  answerId: z.string().optional(),
  channelId: z.string(),
  guildId: z.string().optional(),
  userId: z.string(),
  userName: z.string(),
  locale: z.string(),
  askedAt: z.number(),
  /** The bot itself may post in the channel, once the token is dead. */
  canPost: z.boolean(),
  private: z.boolean(),
  /** Largest file Discord takes in this channel, in bytes. */
  maxFileBytes: z.number(),
  /** Pictures may be shown before they are finished. */
  livePreview: z.boolean().optional(),
  /** Results are checked where there is a classifier: what it finds is held for the moderators there, in their language. */
  review: z.object({ channelId: z.string().optional(), locale: z.string().optional() }).optional(),
});
export type Reply = z.infer<typeof reply>;

/** The message whose picture or button a job came from, and whose that was. */
export const origin = z.object({
  url: z.string(),
  /** Empty where nobody knows it any more. */
  userName: z.string(),
  userId: z.string().optional(),
});
export type Origin = z.infer<typeof origin>;

const generate = z.object({
  /** The interaction's id: a doubled interaction is the same job. */
  id: z.string(),
  request: work,
  reply,
  from: origin.optional(),
  /** The part of GPU time that is its author's among the members of the server, and the server's among servers. */
  share: z.object({ weight: z.number().positive(), guildWeight: z.number().positive() }).optional(),
  /** What has to be said beside the result, already in the member's language. */
  remarks: z.array(z.string()),
});
export type GenerateJob = z.infer<typeof generate>;

const outcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("drawn") }),
  z.object({ kind: z.literal("failed"), words: z.string() }),
]);
export type Outcome = z.infer<typeof outcome>;

const deliver = generate.extend({ outcome });
export type DeliverJob = z.infer<typeof deliver>;

/** Every job by its name, with the data it carries; both ends check it. */
export const jobs = { generate, deliver };
export type JobName = keyof typeof jobs;
export type JobData = { generate: GenerateJob; deliver: DeliverJob };

/** What a job waits for, in turn: to be drawn, to be posted. */
export const jobNames = ["generate", "deliver"] as const satisfies readonly JobName[];
