import { describe, expect, it } from "vitest";
import type { BackendFault } from "../../src/errors.ts";
import { answerFailure, networkFailure } from "../../src/webui/failures.ts";
import { never } from "./server.ts";

type Case = [about: string, status: number, body: unknown, fault: BackendFault, detail: string];

const raised = (detail: string) => ({ error: "HTTPException", detail, body: "", errors: "" });
const blown = (error: string, errors: string) => ({ error, detail: "", body: "", errors });

/** webui-api.md, section 3, and what the forks of section 14 do otherwise. */
const answers: Case[] = [
  [
    "a wrong type, pydantic 1",
    422,
    {
      detail: [
        { loc: ["body", "steps"], msg: "value is not a valid integer", type: "type_error.integer" },
      ],
    },
    "refused",
    "steps: value is not a valid integer",
  ],
  [
    "several wrong values, pydantic 2",
    422,
    {
      detail: [
        {
          type: "int_parsing",
          loc: ["body", "steps"],
          msg: "not an integer",
          input: "x",
          url: "https://errors.pydantic.dev",
        },
        { loc: ["body", "a", 0], msg: "no" },
      ],
    },
    "refused",
    "steps: not an integer; a.0: no",
  ],
  [
    "broken JSON, which echoes the body",
    422,
    {
      detail: [
        {
          loc: ["body", 3],
          msg: "Expecting value",
          type: "value_error.jsondecode",
          ctx: { doc: "secret" },
        },
      ],
    },
    "refused",
    "3: Expecting value",
  ],
  ["what the API raises", 404, raised("Init image not found"), "refused", "Init image not found"],
  [
    "a bad picture, which is a 500",
    500,
    raised("Invalid encoded image"),
    "refused",
    "Invalid encoded image",
  ],
  [
    "a script that is missing",
    422,
    raised("Script 'x' not found"),
    "refused",
    "Script 'x' not found",
  ],
  ["the API switched off", 404, { detail: "Not Found" }, "refused", "Not Found"],
  ["a wrong method", 405, { detail: "Method Not Allowed" }, "refused", "Method Not Allowed"],
  ["no login", 401, raised("Not authenticated"), "denied", "Not authenticated"],
  [
    "a wrong login",
    401,
    raised("Incorrect username or password"),
    "denied",
    "Incorrect username or password",
  ],
  [
    "too little memory",
    500,
    blown("OutOfMemoryError", "CUDA out of memory."),
    "memory",
    "OutOfMemoryError: CUDA out of memory.",
  ],
  [
    "too little memory in an older torch",
    500,
    blown("RuntimeError", "CUDA out of memory."),
    "memory",
    "RuntimeError: CUDA out of memory.",
  ],
  [
    "NaNs",
    500,
    blown("NansException", "A tensor with all NaNs was produced"),
    "refused",
    "NansException: A tensor with all NaNs was produced",
  ],
  ["an unknown setting", 500, blown("KeyError", "'foo'"), "refused", "KeyError: 'foo'"],
  [
    "a missing strength",
    500,
    blown("TypeError", "unsupported operand"),
    "refused",
    "TypeError: unsupported operand",
  ],
  [
    "an unknown upscaler",
    500,
    blown("Exception", "could not find upscaler named x"),
    "refused",
    "could not find upscaler named x",
  ],
  ["a bad assertion without words", 500, blown("AssertionError", ""), "refused", "AssertionError"],
  [
    "a broken GPU",
    500,
    blown("RuntimeError", "CUDA error: device-side assert"),
    "broke",
    "RuntimeError: CUDA error: device-side assert",
  ],
  [
    "Forge's last resort",
    500,
    { error: "ValueError", detail: "", body: "", message: "bad shape" },
    "refused",
    "ValueError: bad shape",
  ],
  [
    "a class alone",
    500,
    { error: "RuntimeError", detail: "", body: "", errors: "" },
    "broke",
    "RuntimeError",
  ],
  [
    "SD.Next's missing sampler",
    404,
    { error: "HTTPException", code: 404, detail: "Sampler not found", body: "", errors: "" },
    "refused",
    "Sampler not found",
  ],
  [
    "SD.Next's missing picture",
    400,
    { error: "Init image is none" },
    "refused",
    "Init image is none",
  ],
  ["SD.Next's bare string", 500, "unsupported operand type", "refused", "unsupported operand type"],
  ["SD.Next's limit", 429, { error: "rate limit" }, "busy", "rate limit"],
  ["sd.cpp's refusal", 400, { error: "prompt required" }, "refused", "prompt required"],
  [
    "sd.cpp's broken JSON",
    500,
    { error: "server_error", message: "[json.exception.type_error.302] type must be number" },
    "refused",
    "[json.exception.type_error.302] type must be number",
  ],
  [
    "KoboldCpp being busy",
    503,
    { detail: { msg: "Server is busy; please try again later.", type: "service_unavailable" } },
    "busy",
    "Server is busy; please try again later.",
  ],
  [
    "KoboldCpp's broken JSON",
    500,
    { detail: { msg: "Error parsing input.", type: "bad_input" } },
    "refused",
    "Error parsing input.",
  ],
  ["a proxy's 502", 502, "<html><h1>nginx</h1></html>", "broke", "502 Bad Gateway"],
  ["a tunnel's 504", 504, "<html></html>", "broke", "504 Bad Gateway"],
  ["a proxy's 503", 503, "<html></html>", "busy", "503 Bad Gateway"],
  ["a proxy's 413", 413, "<html></html>", "refused", "413 Bad Gateway"],
  ["an empty 404", 404, "", "refused", "404 Bad Gateway"],
  ["an empty 500", 500, "", "broke", "500 Bad Gateway"],
  ["plain words", 500, "Internal Server Error", "broke", "500 Bad Gateway"],
  ["a list", 400, [1], "refused", "400 Bad Gateway"],
  [
    "paths and secrets",
    500,
    blown("FileNotFoundError", "/home/me/x.pt and hunter22"),
    "refused",
    "FileNotFoundError: … and …",
  ],
];

describe("an answer that is an error", () => {
  it.each(answers)("%s (%i)", (_about, status, body, fault, detail) => {
    const isPage = typeof body === "string" && (body === "" || /^<|^Internal/.test(body));
    const text = isPage ? body : JSON.stringify(body);
    const error = answerFailure({ status, statusText: "Bad Gateway", body: text }, ["hunter22"]);
    expect(error).toMatchObject({ fault, detail });
  });
});

const coded = (code: string, message = "") => Object.assign(new Error(message), { code });

describe("an exchange that failed", () => {
  it.each<[string, Error, BackendFault]>([
    ["nobody listens", coded("ECONNREFUSED"), "down"],
    [
      "nobody listens at any address",
      Object.assign(new AggregateError([]), { code: "ECONNREFUSED" }),
      "down",
    ],
    ["nobody has the name", coded("ENOTFOUND"), "down"],
    ["the name server is away", coded("EAI_AGAIN"), "down"],
    ["there is no way", coded("EHOSTUNREACH"), "down"],
    ["the connection takes too long", coded("UND_ERR_CONNECT_TIMEOUT"), "down"],
    ["a certificate nobody signed", coded("DEPTH_ZERO_SELF_SIGNED_CERT"), "down"],
    ["no TLS over there", coded("EPROTO"), "down"],
    [
      "the handshake was cut",
      coded(
        "ECONNRESET",
        "Client network socket disconnected before secure TLS connection was established",
      ),
      "down",
    ],
    ["the socket was closed", coded("UND_ERR_SOCKET"), "broke"],
    ["the socket was reset", coded("ECONNRESET"), "broke"],
    ["an answer that is no HTTP", coded("HPE_INVALID_CONSTANT"), "broke"],
    ["a cause that tells", new Error("failed", { cause: coded("ECONNREFUSED") }), "down"],
  ])("%s", (_about, error, fault) => {
    expect(networkFailure(error, never, never)).toMatchObject({ fault, detail: "", cause: error });
  });

  it("is a timeout when the clock ran out", () => {
    const error = networkFailure(coded("ECONNRESET"), never, AbortSignal.abort());
    expect(error).toMatchObject({ fault: "timeout", detail: "" });
  });

  it("is the asker's own reason when the asker ended it", () => {
    const reason = new Error("cancelled");
    expect(networkFailure(coded("x"), AbortSignal.abort(reason), AbortSignal.abort())).toBe(reason);
  });

  it("stays what it is when it is our bug", () => {
    const bug = new TypeError("x is not a function");
    expect(networkFailure(bug, never, never)).toBe(bug);
  });
});
