import type { GenerateJob, Reply } from "../../src/jobs.ts";
import { requestOf } from "../generation/sample.ts";

export const token = "aW50ZXJhY3Rpb246dG9rZW4";

export const replyOf = (values: Partial<Reply> = {}): Reply => ({
  applicationId: "1000000000000000001",
  token,
  channelId: "1000000000000000002",
  guildId: "1000000000000000003",
  userId: "1000000000000000004",
  userName: "Ada",
  locale: "en-US",
  askedAt: Date.now(),
  canPost: true,
  private: false,
  maxFileBytes: 10 * 1024 * 1024,
  ...values,
});

export const jobOf = (id: string, values: Partial<GenerateJob> = {}): GenerateJob => ({
  id,
  request: requestOf(),
  reply: replyOf(),
  remarks: ["a remark"],
  ...values,
});
