import { el } from "../dom.js";
import { act, withoutFiles } from "../server.js";
import { state } from "../state.js";
import { say } from "../words.js";
import { createCompletion } from "./completion.js";
import { echo } from "./echoes.js";
import { kind } from "./option-values.js";
import { createPill } from "./pill.js";

/** A command that is being written: its name, the options that have been chosen, and the list of those that are left. */
export function createCommandForm({ suggestions, field, wrong, ended }) {
  const node = el("span", { class: "command", hidden: true });
  let command;
  let pills = [];
  const completion = createCompletion({ suggestions, isCurrent: (pill) => pills.includes(pill) });

  const left = () =>
    command.options.filter(({ name }) => !pills.some(({ option }) => option.name === name));

  function add(option) {
    const pill = createPill(option, {
      focus: (one) => suggest(one),
      input: (one) => suggest(one),
      keydown,
    });
    pills = [...pills, pill];
    node.append(pill.node);
    return pill;
  }

  /** The values typed so far, as far as they can be read. */
  const draft = () =>
    Object.fromEntries(
      pills.flatMap((pill) => {
        if (pill.takesFiles || pill.isEmpty()) return [];
        const { value } = pill.read();
        return value === undefined ? [] : [[pill.option.name, value]];
      }),
    );

  const suggest = (pill) => {
    wrong.textContent = "";
    completion.suggest(pill, { name: command.name, draft, picked: () => field.focus() });
  };

  function keydown(event, pill) {
    if (suggestions.takeKey(event)) return;
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      void send();
    } else if (event.key === "Escape") close(true);
    else if (event.key === "Backspace" && pill.isEmpty()) {
      event.preventDefault();
      if (pill.option.required) close(true);
      else remove(pill);
    }
  }

  function remove(pill) {
    const at = pills.indexOf(pill);
    pills = pills.filter((one) => one !== pill);
    pill.node.remove();
    (pills[at - 1] ?? { focus: () => field.focus() }).focus();
  }

  /** The options that are left, for what was typed behind the last one. */
  function offer() {
    const typed = field.value.trimStart().toLowerCase();
    const named = left().find(({ name }) => typed === `${name}:` || typed === `${name} `);
    if (named) return choose(named);
    const found = left().filter(({ name }) => name.includes(typed.replace(/[: ]+$/, "")));
    suggestions.show(field, {
      title: `/${command.name} — ${command.description}`,
      label: say("options.label"),
      list: found.map((option) => ({
        title: option.name,
        detail: option.description,
        pick: () => choose(option),
      })),
      isFirstActive: typed !== "",
      note: typed === "" ? undefined : say("options.none"),
    });
  }

  function choose(option) {
    field.value = "";
    const pill = add(option);
    pill.focus();
    if (option.type === kind.file) suggestions.hide();
  }

  async function send() {
    const values = {};
    for (const pill of pills) {
      if (pill.isEmpty() && !pill.option.required) continue;
      const { value, wrong: why } = pill.read();
      if (why !== undefined) {
        pill.focus();
        suggestions.hide();
        wrong.textContent = say("options.wrong", { name: pill.option.name, why });
        return;
      }
      values[pill.option.name] = value;
    }
    const { name } = command;
    const { channel } = state;
    const { values: options, files } = withoutFiles(values);
    const answer = await act("command", { channel, name, options }, files);
    if (!answer) return;
    echo({ id: answer.interaction, channel, name: `/${name}` });
    close(true);
  }

  function close(isByHand = false) {
    const wasOpen = command !== undefined;
    command = undefined;
    pills = [];
    node.replaceChildren();
    node.hidden = true;
    if (isByHand && wasOpen) ended();
  }

  return {
    node,
    close,
    send,
    offer,
    isOpen: () => command !== undefined,
    /** Begins a command; `text` is what was already typed behind its name. */
    open(chosen, text) {
      command = chosen;
      pills = [];
      node.replaceChildren(el("span", { class: "command-name" }, `/${chosen.name}`));
      node.hidden = false;
      const needed = chosen.options.filter(({ required }) => required).map(add);
      const [first] = needed;
      if (first && text !== "" && !first.takesFiles) first.pick({ name: text, value: text });
      suggestions.hide();
      if (first) first.focus();
      else {
        field.focus();
        offer();
      }
    },
    /** True: the key in the field behind the options was meant for them. */
    takeKey(event) {
      if (event.key === "Escape") close(true);
      else if (event.key === "Backspace" && field.value === "") {
        event.preventDefault();
        const last = pills.at(-1);
        if (last) last.focus();
        else close(true);
      } else if (event.key === "ArrowDown" && !suggestions.isOpen()) offer();
      else return false;
      return true;
    },
    /** Puts a file into the first option that is free for one; false where there is none. */
    takeFile(file) {
      const free =
        pills.find((pill) => pill.takesFiles && pill.isEmpty()) ??
        left()
          .filter(({ type }) => type === kind.file)
          .slice(0, 1)
          .map(add)[0];
      free?.setFile(file);
      free?.focus();
      return free !== undefined;
    },
  };
}
