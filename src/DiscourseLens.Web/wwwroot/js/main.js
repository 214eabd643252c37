// The page: state from the address, one answer a state, everything shown from that answer.
import * as api from "./api.js";
import * as controls from "./controls.js";
import { sentence } from "./disagreement.js";
import { draw } from "./figure.js";
import * as address from "./state.js";
import * as table from "./table.js";
import { view as viewOf } from "./view.js";

const at = (id) => document.getElementById(id);
const partners = { sentiment: "net", net: "sentiment", favor: "sentiment", against: "sentiment" };
let state = address.read();
let options;
let pending = new AbortController();

function change(part) {
  state = { ...state, ...part };
  address.push(state);
  controls.show(state);
  show();
}

async function show() {
  pending.abort();
  pending = new AbortController();
  const { signal } = pending;
  delete document.body.dataset.shown;
  try {
    const query = address.queryOf(state, false);
    const trend = await api.trend(query, signal);
    const next = viewOf(trend, state, { ...options.limits.suppression });
    draw(next);
    table.show(next);
    tell(next, query, trend);
    document.body.dataset.shown = query.toString() || "default";
    if (performance.getEntriesByName("first-chart").length === 0) performance.mark("first-chart");
    await compare(trend, query, signal);
  } catch (problem) {
    if (problem.name !== "AbortError") fail(problem);
  }
}

function tell(view, query, trend) {
  at("trouble").hidden = true;
  at("headline").replaceChildren(...unbroken(view.headline));
  at("chart-title").textContent = view.title;
  at("chart-unit").textContent = view.unit + (view.banded ? "; band: 95 % interval, clustered by author" : "");
  at("meaning").textContent = view.meaning;
  at("csv").href = `api/trend.csv?${query}`;
  at("json").href = `api/trend.json?${query}`;
  const seen = options.asOf ? `Last capture ${options.asOf.slice(0, 16).replace("T", " ")} UTC. ` : "";
  at("provenance").textContent = `${seen}Posts chosen by ${trend.query.gate}, measured by ${trend.query.scorer}.`;
  document.title = `${view.name} – DiscourseLens`;
}

// Dates and negative numbers must not break at their hyphen.
function unbroken(text) {
  return text.split(/(\S*-\S*)/).map((part, i) => {
    if (i % 2 === 0) return part;
    const whole = document.createElement("span");
    whole.className = "whole";
    whole.textContent = part;
    return whole;
  });
}

// Told after the chart is drawn: it needs a second series.
async function compare(trend, query, signal) {
  const line = at("disagreement");
  line.hidden = true;
  const partner = partners[state.measure];
  if (!partner || !["sentiment", "net"].every((measure) => options.measures.includes(measure))) return;
  const ask = (measure) => {
    const other = new URLSearchParams(query);
    other.set("measure", measure);
    return api.trend(other, signal);
  };
  const net = state.measure === "sentiment" || state.measure === "net" ? trend : await ask("net");
  line.textContent = sentence(net, await ask(partner), state.by);
  line.hidden = line.textContent === "";
}

function fail(problem) {
  at("trouble").textContent = problem instanceof api.Problem ? problem.message : "The page could not show this; load it again.";
  at("trouble").hidden = false;
  if (!(problem instanceof api.Problem)) console.error(problem);
}

async function start() {
  try {
    options = await api.options();
  } catch (problem) {
    return fail(problem);
  }
  if (!state.source && options.sources.length > 1) state.source = options.sources[0];
  at("study").textContent = options.study ?? "";
  at("notice").textContent = options.notice ?? "";
  at("notice").hidden = !options.notice;
  at("min-posts").textContent = options.limits.suppression.minPosts;
  at("min-authors").textContent = options.limits.suppression.minAuthors;
  controls.offer(options, state, change);
  addEventListener("popstate", () => {
    state = address.read();
    controls.show(state);
    show();
  });
  await show();
}

start();
