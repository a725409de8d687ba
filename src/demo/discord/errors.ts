/** One complaint about one field of a request. */
export interface Issue {
  path: (string | number)[];
  code: string;
  message: string;
}

/** An answer of Discord's REST API that says no. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly issues: Issue[];

  constructor(status: number, code: number, message: string, issues: Issue[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.issues = issues;
  }

  toBody(): Record<string, unknown> {
    const body: Record<string, unknown> = { message: this.message, code: this.code };
    if (this.issues.length > 0) body["errors"] = nest(this.issues);
    return body;
  }
}

interface Tree {
  fields: Record<string, Tree>;
  errors: { code: string; message: string }[];
}

function nest(issues: Issue[]): Record<string, unknown> {
  const root: Tree = { fields: {}, errors: [] };
  for (const { path, code, message } of issues) {
    let node = root;
    for (const key of path) node = node.fields[key] ??= { fields: {}, errors: [] };
    node.errors.push({ code, message });
  }
  return toNested(root);
}

function toNested({ fields, errors }: Tree): Record<string, unknown> {
  const inner = Object.entries(fields).map(([key, tree]) => [key, toNested(tree)]);
  return { ...Object.fromEntries(inner), ...(errors.length > 0 ? { _errors: errors } : {}) };
}

export const formError = (issues: Issue[]) => new ApiError(400, 50035, "Invalid Form Body", issues);

export const refusal = {
  unauthorized: () => new ApiError(401, 0, "401: Unauthorized"),
  unknownRoute: () => new ApiError(404, 0, "404: Not Found"),
  wrongMethod: () => new ApiError(405, 0, "405: Method Not Allowed"),
  unknownChannel: () => new ApiError(404, 10003, "Unknown Channel"),
  unknownGuild: () => new ApiError(404, 10004, "Unknown Guild"),
  unknownMessage: () => new ApiError(404, 10008, "Unknown Message"),
  unknownRole: () => new ApiError(404, 10011, "Unknown Role"),
  unknownUser: () => new ApiError(404, 10013, "Unknown User"),
  unknownEmoji: () => new ApiError(400, 10014, "Unknown Emoji"),
  unknownWebhook: () => new ApiError(404, 10015, "Unknown Webhook"),
  unknownInteraction: () => new ApiError(404, 10062, "Unknown interaction"),
  unknownCommand: () => new ApiError(404, 10063, "Unknown application command"),
  wrongApplication: () =>
    new ApiError(403, 20012, "You are not authorized to perform this action on this application"),
  tooLarge: () => new ApiError(413, 40005, "Request entity too large"),
  alreadyAnswered: () => new ApiError(400, 40060, "Interaction has already been acknowledged."),
  followUpsUsed: () =>
    new ApiError(
      400,
      40094,
      "This interaction has reached the maximum number of follow up messages.",
    ),
  missingAccess: () => new ApiError(403, 50001, "Missing Access"),
  notInDms: () => new ApiError(403, 50003, "Cannot execute action on a DM channel"),
  notTheAuthor: () => new ApiError(403, 50005, "Cannot edit a message authored by another user"),
  emptyMessage: () => new ApiError(400, 50006, "Cannot send an empty message"),
  closedDms: () => new ApiError(403, 50007, "Cannot send messages to this user"),
  notText: () => new ApiError(400, 50008, "Cannot send messages in a non-text channel"),
  missingPermissions: () => new ApiError(403, 50013, "Missing Permissions"),
  invalidWebhookToken: () => new ApiError(401, 50027, "Invalid Webhook Token"),
  invalidJson: () => new ApiError(400, 50109, "The request body contains invalid JSON."),
  noHistoryToReply: () =>
    new ApiError(403, 160002, "You cannot reply without permission to read message history"),
};
