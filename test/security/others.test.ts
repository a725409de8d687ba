import { afterAll, beforeAll, expect, it } from "vitest";
import { ComponentType, InteractionType, type APIInteraction } from "discord-api-types/v10";
import { author, jobs, people, secretWord, setStage, type Stage } from "../fuzz/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.clear();
});
afterAll(async () => stage.close());

const eve = "100000000000000666";
/** Nothing is kept of it. */
const forgotten = "200000000000000009";
let count = 0;
const idOf = (number: number) => String(700_000_000_000_000_000n + BigInt(number));

/** What Discord was told when somebody presses or sends what they made up, on a result that all can see. */
async function answerTo(
  customId: string,
  kind: "press" | "submit",
  userId = eve,
  shown = jobs.open,
): Promise<string> {
  count += 1;
  const token = `token-${count}`;
  const body = stage.result(shown);
  const message = {
    id: "400000000000000001",
    channel_id: people.channel,
    content: "",
    author: { id: people.application },
    attachments: [],
    embeds: [],
    components: body.components,
  };
  await stage.route({
    id: idOf(count),
    application_id: people.application,
    token,
    type: kind === "press" ? InteractionType.MessageComponent : InteractionType.ModalSubmit,
    locale: "en-US",
    guild_id: people.guild,
    member: { user: { id: userId, username: "eve" }, roles: [], permissions: "52224" },
    channel: { id: people.channel, type: 0 },
    app_permissions: "2251799813685247",
    message,
    data: { custom_id: customId, component_type: ComponentType.Button, components: [] },
  } as unknown as APIInteraction);
  const answers = stage.recorder.answersTo(token);
  expect(answers, customId).toHaveLength(1);
  return JSON.stringify(answers[0]);
}

const reading = ["again", "edit", "vary", "details", "repeat", "draw", "preset", "original"];

it("nothing that was drawn for one person alone opens to whoever makes up its id", async () => {
  for (const action of reading) {
    const answer = await answerTo(`${action}:${jobs.secret}:1`, "press");
    expect(answer, action).not.toContain(secretWord);
    expect(answer, action).toMatch(/"flags":32832|"flags":64/);
    expect(answer, action).not.toMatch(/Queued|attachment:/);
  }
  for (const action of ["edit", "control", "preset"]) {
    const answer = await answerTo(`${action}:${jobs.secret}`, "submit");
    expect(answer, action).not.toContain(secretWord);
  }
  // Else nothing above would show anything.
  expect(await answerTo(`original:${jobs.secret}:1`, "press", author)).toContain("attachment:");
  expect(await answerTo(`edit:${jobs.secret}`, "press", author)).toContain(secretWord);
  expect(await answerTo(`again:${jobs.open}`, "press")).toContain("Queued");
});

it("what a private answer offered is taken up by nobody else", async () => {
  await answerTo(`details:${jobs.open}`, "press", author);
  const offered = idOf(count);
  expect(await answerTo(`remix:${offered}`, "press")).not.toContain(`"type":9`);
  expect(await answerTo(`remix:${offered}`, "press", author)).toContain(`"type":9`);
});

it("a result of which nothing is known any more is not removed by whoever says that it is theirs", async () => {
  const remove = `remove:${forgotten}:${eve}`;
  expect(await answerTo(remove, "press", eve, forgotten)).toMatch(/"flags":32832/);
  expect(await answerTo(remove, "press", author, forgotten)).not.toMatch(/"flags":32832/);
});

it("the rights to one result do not remove another, by an id that does not stand on it", async () => {
  const remove = `remove:${jobs.open}:${author}`;
  expect(await answerTo(remove, "press", author, forgotten)).toMatch(/"flags":32832/);
  expect(await answerTo(remove, "press", author)).not.toMatch(/"flags":32832/);
});
