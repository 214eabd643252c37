// One series: chart, sentence, table, downloads.
import * as api from "../api.js";
import { prepare } from "../buckets.js";
import { cellOf, sentence } from "../cells.js";
import { at, make } from "../dom.js";
import * as events from "../events.js";
import { figure } from "../figure.js";
import { legend } from "../legend.js";
import { seriesQuery } from "../state.js";
import { columns, foldedTable } from "../table.js";
import { view as viewOf } from "../view.js";

const draw = figure(at("chart"), at("readout"));
const fillTable = foldedTable(at("table-view"), at("table"));
const compared = ["sentiment", "net", "favor", "against"];
const files = [["CSV", "csv"], ["JSON", "json"], ["Parquet", "parquet"], ["SVG", "svg"], ["PNG", "png"], ["ZIP with readme and citation", "zip"]];

/** Shows the series that the state names. */
export async function show({ state, options, signal, tell }) {
  const query = seriesQuery(state);
  const [trend, dated] = await Promise.all([api.trend(query, signal), events.ask(state.target, signal)]);
  const view = viewOf(trend, state, options.limits.suppression);
  view.events = events.within(dated, view.buckets);
  tell({ headline: view.headline, title: view.name, query: trend.query, notes: trend.notes });
  at("chart-title").textContent = view.title;
  at("chart-unit").textContent = view.unit + (view.banded ? "; band: 95 % interval, clustered by author" : "");
  at("meaning").textContent = view.meaning;
  legend(at("legend"), view);
  draw(view);
  at("events").hidden = view.events.length === 0;
  at("event-list").replaceChildren(events.list(view.events, state));
  fillTable({
    caption: view.mark ? `${view.title} (${view.mark})` : view.title,
    columns: columns(view.by, view.kind, view.name, view.limits), rows: view.buckets,
  });
  at("downloads").replaceChildren("Download ", ...files.map(([name, suffix]) =>
    make("a", { id: suffix, href: `api/trend.${suffix}?${query}`, download: "" }, name)));
  if (performance.getEntriesByName("first-chart").length === 0) performance.mark("first-chart");
  at("disagreement").hidden = true;
  compare(trend, query, options, signal).catch((problem) => problem.name === "AbortError" || console.error(problem));
}

// Told after the chart is drawn: it needs a second series.
async function compare(trend, query, options, signal) {
  const { measure, by } = trend.query;
  if (!compared.includes(measure) || !["sentiment", "net"].every((name) => options.measures.includes(name))) return;
  const ask = (name) => {
    const other = new URLSearchParams(query);
    other.set("measure", name);
    return api.trend(other, signal);
  };
  const series = (name) => (name === measure ? trend : ask(name));
  const [tone, net] = (await Promise.all(["sentiment", "net"].map(series))).map((each) => each.buckets.map(prepare));
  at("disagreement").textContent = sentence(tone.map((bucket, i) => cellOf(bucket, net[i])), by);
  at("disagreement").hidden = false;
}
