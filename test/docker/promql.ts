import { parser } from "@prometheus-io/lezer-promql";

export type Matcher = { label: string; operator: string; value: string };
export type Selector = { metric: string; matchers: Matcher[] };
export type Query = { selectors: Selector[]; grouped: string[]; isBroken: boolean };

/** What a query of PromQL asks for, read with Prometheus' own grammar. */
export function readQuery(query: string): Query {
  // Grafana's variable, whose value is a duration.
  const text = query.replaceAll("$__rate_interval", "1m");
  const selectors: Selector[] = [];
  const grouped: string[] = [];
  let isBroken = false;
  parser.parse(text).iterate({
    enter({ name, type, from, to, node }) {
      const own = text.slice(from, to);
      if (type.isError) isBroken = true;
      if (name === "VectorSelector") selectors.push({ metric: "", matchers: [] });
      if (name === "Identifier") selectors.at(-1)!.metric = own;
      if (name === "UnquotedLabelMatcher") {
        const [, label = "", operator = "", value = ""] =
          /^(\w+)\s*(\W+)\s*"(.*)"$/.exec(own) ?? [];
        selectors.at(-1)!.matchers.push({ label, operator, value });
      }
      if (name === "LabelName" && node.parent?.name === "GroupingLabels") grouped.push(own);
    },
  });
  return { selectors, grouped, isBroken };
}
