import { answer, byWebhook, editAnswer, followUp, messageOf, removeAnswer } from "./answers.ts";
import { fileAt, urlOf } from "./cdn.ts";
import { addCommand, replaceCommands } from "./commands.ts";
import { channelRoutes } from "./channel-routes.ts";
import { formError, refusal } from "./errors.ts";
import { type Wire, check, list, shape, snowflake, text, passed, shown } from "./form.ts";
import { guildRoutes, ownGuilds } from "./guild-routes.ts";
import type { Interactions } from "./interactions.ts";
import { openDm } from "./people.ts";
import { type Call, type Route, ok, per } from "./route.ts";
import { toOwnership } from "./team.ts";
import type { World } from "./world.ts";
import { toChannel, toMessage, toUser } from "./wire.ts";

export function createRoutes(
  world: World,
  interactions: Interactions,
  gateway: { describe: () => Wire },
): Route[] {
  return [
    ...aboutTheBot(world, gateway),
    ...commandRoutes(world),
    ...interactionRoutes(world, interactions),
    ...channelRoutes(world),
    ...guildRoutes(world),
  ];
}

function aboutTheBot(world: World, gateway: { describe: () => Wire }): Route[] {
  const open = per(30, 10_000);
  const application = () => ok(toApplication(world));
  return [
    {
      method: "GET",
      path: "/gateway",
      auth: false,
      handle: () => ok({ url: gateway.describe()["url"] }),
    },
    {
      method: "GET",
      path: "/gateway/bot",
      auth: true,
      limit: per(2, 5000),
      handle: () => ok(gateway.describe()),
    },
    { method: "GET", path: "/applications/@me", auth: true, limit: open, handle: application },
    {
      method: "GET",
      path: "/oauth2/applications/@me",
      auth: true,
      limit: open,
      handle: application,
    },
    {
      method: "GET",
      path: "/users/@me",
      auth: true,
      limit: open,
      handle: () =>
        ok({
          ...toUser(world.bot),
          mfa_enabled: false,
          locale: "en-US",
          premium_type: 0,
          email: null,
          verified: true,
        }),
    },
    {
      method: "GET",
      path: "/users/@me/guilds",
      auth: true,
      limit: per(1, 1000),
      handle: (call) => ok(ownGuilds(world, call)),
    },
    {
      method: "GET",
      path: "/users/:user",
      auth: true,
      limit: open,
      handle: ({ params }) => {
        const user = world.users.get(params["user"] ?? "");
        if (!user) throw refusal.unknownUser();
        return ok(toUser(user));
      },
    },
    {
      method: "POST",
      path: "/users/@me/channels",
      auth: true,
      limit: per(10, 10_000),
      handle: ({ body }) => {
        const asked = body();
        check(shape({ recipient_id: snowflake }), asked);
        const user = world.users.get(shown(asked["recipient_id"]));
        if (!user || user.bot)
          throw formError([
            { path: ["recipient_id"], code: "USER_INVALID", message: "Invalid Recipient(s)" },
          ]);
        return ok(toChannel(world, openDm(world, user)));
      },
    },
    {
      method: "POST",
      path: "/attachments/refresh-urls",
      auth: true,
      limit: per(5, 5000),
      handle: ({ body }) => ok(refreshed(world, body())),
    },
  ];
}

function toApplication(world: World): Wire {
  const guilds = [...world.guilds.values()].filter(({ botInstalled }) => botInstalled);
  return {
    id: world.applicationId,
    name: world.bot.name,
    icon: null,
    description: "",
    type: null,
    bot: toUser(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: world.secret,
    flags: 0,
    flags_new: "0",
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    ...toOwnership(world),
    approximate_guild_count: guilds.length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    integration_types_config: { "0": {}, "1": {} },
    eligible_oauth2_scopes: [],
  };
}

function refreshed(world: World, body: Wire): Wire {
  check(shape({ attachment_urls: list(text(1, 2048), 1, 50) }), body);
  const urls = passed<string[]>(body["attachment_urls"]);
  const foreign = urls.findIndex((url) => !fileAt(world, url));
  if (foreign !== -1)
    throw formError([
      {
        path: ["attachment_urls", foreign],
        code: "ATTACHMENT_URL_INVALID",
        message: "Not a well formed attachment URL.",
      },
    ]);
  return {
    refreshed_urls: urls.map((original) => {
      const file = fileAt(world, original);
      return { original, refreshed: file ? urlOf(world, file) : null };
    }),
  };
}

function commandRoutes(world: World): Route[] {
  const scopes = [
    { prefix: "/applications/:application/commands", scopeOf: () => "" },
    {
      prefix: "/applications/:application/guilds/:guild/commands",
      scopeOf: (params: Record<string, string>) => {
        const id = params["guild"] ?? "";
        if (!world.guilds.get(id)?.botInstalled) throw refusal.missingAccess();
        return id;
      },
    },
  ];
  return scopes.flatMap(({ prefix, scopeOf }): Route[] => {
    const scope = ({ params }: Call) => {
      if (params["application"] !== world.applicationId) throw refusal.wrongApplication();
      return scopeOf(params);
    };
    const found = (call: Call) => {
      const command = world.commands
        .get(scope(call))
        ?.find(({ id }) => id === call.params["command"]);
      if (!command) throw refusal.unknownCommand();
      return command;
    };
    const shared = { auth: true, limit: per(5, 20_000, "application", "guild") };
    return [
      {
        ...shared,
        method: "GET",
        path: prefix,
        handle: (call) => ok(world.commands.get(scope(call)) ?? []),
      },
      {
        ...shared,
        method: "PUT",
        path: prefix,
        handle: (call) => {
          const commands = replaceCommands(world, scope(call), call.raw);
          world.tell({ kind: "commands" });
          return ok(commands);
        },
      },
      {
        ...shared,
        method: "POST",
        path: prefix,
        handle: (call) => {
          const { command, isNew } = addCommand(world, scope(call), call.body());
          world.tell({ kind: "commands" });
          return ok(command, isNew ? 201 : 200);
        },
      },
      { ...shared, method: "GET", path: `${prefix}/:command`, handle: (call) => ok(found(call)) },
      {
        ...shared,
        method: "DELETE",
        path: `${prefix}/:command`,
        handle: (call) => {
          const gone = found(call);
          const left = world.commands.get(scope(call))?.filter((one) => one !== gone) ?? [];
          world.commands.set(scope(call), left);
          world.tell({ kind: "commands" });
          return { status: 204 };
        },
      },
    ];
  });
}

const messageId = ({ params }: Call) => params["message"] ?? "";

function interactionRoutes(world: World, interactions: Interactions): Route[] {
  const limit = per(5, 2000, "application", "token");
  const interactionOf = ({ params }: Call) =>
    byWebhook(world, interactions.find(params["token"] ?? ""), params["application"] ?? "");
  const base = "/webhooks/:application/:token";
  return [
    {
      method: "POST",
      path: "/interactions/:interaction/:token/callback",
      auth: false,
      handle: ({ params, query, body, files }) =>
        answer(world, interactions.find(params["token"] ?? ""), params["interaction"] ?? "", {
          body: body(),
          files,
          withResponse: ["true", "1"].includes(query.get("with_response") ?? ""),
        }),
    },
    {
      method: "POST",
      path: base,
      auth: false,
      limit,
      handle: (call) =>
        ok(toMessage(world, followUp(world, interactionOf(call), call.body(), call.files))),
    },
    {
      method: "GET",
      path: `${base}/messages/:message`,
      auth: false,
      limit,
      handle: (call) => ok(toMessage(world, messageOf(interactionOf(call), messageId(call)))),
    },
    {
      method: "PATCH",
      path: `${base}/messages/:message`,
      auth: false,
      limit,
      handle: (call) => {
        const interaction = interactionOf(call);
        const body = call.body();
        return ok(
          toMessage(world, editAnswer(world, interaction, messageId(call), body, call.files)),
        );
      },
    },
    {
      method: "DELETE",
      path: `${base}/messages/:message`,
      auth: false,
      limit,
      handle: (call) => {
        removeAnswer(world, interactionOf(call), messageId(call));
        return { status: 204 };
      },
    },
  ];
}
