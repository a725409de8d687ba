import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createMetrics } from "../../src/http/metrics.ts";
import dashboard from "../../docker/grafana/dashboards/easel.json" with { type: "json" };
import { type Matcher, readQuery } from "./promql.ts";

type Scrapes = { scrape_configs: { job_name: string }[] };
const { scrape_configs } = parse(
  await readFile("docker/prometheus/prometheus.yaml", "utf8"),
) as Scrapes;
const jobs = scrape_configs.map(({ job_name }) => job_name);

/** The series that a process of Easel tells when everything has happened once: each name, and its labels. */
async function readSeries(): Promise<{ name: string; labels: Record<string, string> }[]> {
  const metrics = createMetrics(async () => 1);
  metrics.jobEnded("posted");
  metrics.jobWaited(1);
  metrics.jobDrawn(1);
  metrics.modelSwapped("gpu:7860");
  metrics.webuiIs("gpu:7860", true);
  metrics.discordAsked("/gateway/bot", 0.1, 429);
  const { text } = await metrics.render();
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, name = "", labels = ""] = /^(\w+)(?:\{(.*)\})? /.exec(line) ?? [];
      const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, value]) => [
        label,
        value,
      ]);
      return { name, labels: Object.fromEntries(pairs) as Record<string, string> };
    });
}

/** Prometheus adds who told it, and whether that worked. */
const told = (await readSeries()).concat({ name: "up", labels: {} });
const series = jobs.flatMap((job) =>
  told.map(({ name, labels }) => ({ name, labels: { ...labels, job, instance: "host:8080" } })),
);
const panels = dashboard.panels.map((panel) => ({
  ...panel,
  queries: panel.targets.map(({ expr, legendFormat }) => ({
    ...readQuery(expr),
    expr,
    legendFormat,
  })),
}));
const queries = panels.flatMap((panel) => panel.queries);

const fits = (labels: Record<string, string | undefined>, { label, operator, value }: Matcher) =>
  operator === "="
    ? labels[label] === value
    : new RegExp(`^(?:${value})$`).test(labels[label] ?? "");

describe("the dashboard", () => {
  test("asks in PromQL that can be read, and only for what a process tells", () => {
    expect(queries.length).toBeGreaterThan(15);
    for (const { expr, selectors, isBroken } of queries) {
      expect(isBroken, expr).toBe(false);
      expect(selectors.length, expr).toBeGreaterThan(0);
      for (const { metric, matchers } of selectors) {
        const named = series.filter(({ name }) => name === metric);
        expect(named.length, `${metric} in ${expr}`).toBeGreaterThan(0);
        const found = named.filter(({ labels }) => matchers.every((each) => fits(labels, each)));
        expect(found.length, expr).toBeGreaterThan(0);
      }
    }
  });

  test("names every value of a list that stands in a query, and no other", () => {
    for (const { expr, selectors } of queries) {
      for (const { label, operator, value } of selectors.flatMap(({ matchers }) => matchers)) {
        expect(["=", "=~"], expr).toContain(operator);
        const values = series.map(({ labels }) => (labels as Record<string, string>)[label]);
        for (const each of value.split("|")) expect(values, expr).toContain(each);
      }
    }
  });

  test("groups by labels that there are, and writes only those into its legends", () => {
    for (const { expr, selectors, grouped, legendFormat } of queries) {
      const labels = series
        .filter(({ name }) => selectors.some(({ metric }) => metric === name))
        .map((each) => Object.keys(each.labels));
      for (const label of grouped) expect(labels.flat(), expr).toContain(label);
      const left = /^(?:sum|max|min|topk|histogram_quantile)\b/.test(expr)
        ? grouped
        : labels.flat();
      for (const [, label] of legendFormat.matchAll(/\{\{(\w+)\}\}/g))
        expect(left, expr).toContain(label);
    }
  });

  test("shows everything that is Easel's own", () => {
    const own = told.map(({ name }) => name.replace(/_(?:bucket|sum|count)$/, ""));
    const shown = queries
      .flatMap(({ selectors }) => selectors)
      .map(({ metric }) => metric.replace(/_(?:bucket|sum|count)$/, ""));
    for (const name of own.filter((each) => each.startsWith("easel_")))
      expect(shown).toContain(name);
  });

  test("finds its source, and lets no panel lie on another", async () => {
    const folder = "docker/grafana/provisioning";
    const { datasources } = parse(
      await readFile(`${folder}/datasources/prometheus.yaml`, "utf8"),
    ) as { datasources: { uid: string }[] };
    const uids = panels.flatMap((panel) => panel.targets.map(({ datasource }) => datasource.uid));
    expect(new Set(uids)).toEqual(new Set(datasources.map(({ uid }) => uid)));
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBe(24);
  });
});
