import { Routes } from "discord-api-types/v10";
import type { Reply } from "../jobs.ts";

/** Where the answer to a job's interaction stands, for whoever has its token. */
export const answerRoute = ({
  applicationId,
  token,
  answerId,
}: Pick<Reply, "applicationId" | "token" | "answerId">) =>
  Routes.webhookMessage(applicationId, token, answerId);
