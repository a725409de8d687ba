import { ConfigError } from "../config.ts";
import { RedisStartError } from "../store/redis-process.ts";
import { RedisMissingError } from "../store/redis-server.ts";
import type { backup } from "../text/host/backup.ts";

type Words = typeof backup;

/** It cannot be done, and `say` has the one line for the host. */
export class BackupError extends Error {
  readonly say: (words: Words) => string;

  constructor(say: (words: Words) => string, options?: ErrorOptions) {
    super("not done", options);
    this.name = "BackupError";
    this.say = say;
  }
}

/** Everything that may go wrong, as the host reads it: what to do, no trace, no value of a variable. */
export function explainFailure(error: unknown, words: Words): string {
  if (error instanceof BackupError) return error.say(words);
  if (error instanceof ConfigError) {
    return [words.badConfig, ...error.problems.map((problem) => `  ${problem}`)].join("\n");
  }
  if (error instanceof RedisMissingError || error instanceof RedisStartError) return error.message;
  if (!(error instanceof Error)) return words.failed(typeof error);
  if (error.name === "AbortError") return words.stopped;
  if (error.name === "ReplyError") return words.redisRefused(firstLine(error.message));
  if ("syscall" in error && "path" in error) {
    return explainFile(String(error.path), String("code" in error ? error.code : ""), words);
  }
  return words.failed(firstLine(error.message));
}

/** Errors of the system that name no file are about this one. */
export function aboutFile(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("syscall" in error) || "path" in error) return error;
  const code = String("code" in error ? error.code : "");
  return new BackupError((words) => explainFile(file, code, words), { cause: error });
}

function explainFile(file: string, code: string, words: Words): string {
  return words.files[code]?.(file) ?? words.fileFailed(file, code);
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
