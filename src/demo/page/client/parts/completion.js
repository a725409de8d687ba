import { act } from "../server.js";
import { state } from "../state.js";
import { say } from "../words.js";
import { fixedChoices } from "./option-values.js";

const pauseMs = 120;

/** What can be put into an option: its choices, or what the bot suggests for the words typed so far. */
export function createCompletion({ suggestions, isCurrent }) {
  let timer;
  let asked = 0;

  function show(pill, found, picked, note) {
    suggestions.show(pill.node.querySelector("textarea"), {
      title: pill.option.name,
      label: say("options.values", { name: pill.option.name }),
      list: found.map((one) => ({
        title: one.name,
        pick: () => {
          pill.pick(one);
          suggestions.hide();
          picked();
        },
      })),
      isFirstActive: true,
      note,
    });
  }

  async function ask(pill, { name, draft, picked }) {
    const mine = (asked += 1);
    const { name: focused } = pill.option;
    const body = { channel: state.channel, name, focused, value: pill.typed(), options: draft() };
    const answer = await act("complete", body, [], true);
    if (mine !== asked || !isCurrent(pill)) return;
    if (!pill.node.contains(document.activeElement)) return;
    const found = answer?.suggestions ?? [];
    show(pill, found, picked, say(answer ? "options.nothing" : "options.failed"));
  }

  return {
    suggest(pill, use) {
      clearTimeout(timer);
      asked += 1;
      const typed = pill.typed().trim().toLowerCase();
      const fixed = fixedChoices(pill.option);
      if (fixed) {
        const found = fixed.filter(({ name }) => name.toLowerCase().includes(typed));
        return show(pill, found, use.picked, say("options.choose"));
      }
      if (!pill.option.autocomplete)
        return suggestions.show(pill.node.querySelector("textarea, button"), {
          title: `${pill.option.name} — ${pill.option.description}`,
          list: [],
        });
      timer = setTimeout(() => void ask(pill, use), pauseMs);
      return undefined;
    },
  };
}
