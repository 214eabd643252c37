// Did it change, and how sure is that? Two intervals of one series compared.
import * as api from "../api.js";
import { at, make } from "../dom.js";
import { decomposition, facts } from "../facts.js";
import { frame } from "../figure.js";
import { forest } from "../forest.js";
import { context, intervals, text } from "../intervals.js";
import { place } from "../marks.js";
import { seriesQuery } from "../state.js";
import { levels, size, verdict } from "../verdict.js";
import { view as viewOf } from "../view.js";
import { measure as about, value } from "../words.js";
import { noTest, uncorrected } from "../whynot.js";

const day = (name, label) => make("label", {}, label, make("input", { name, type: "date" }));
const form = make("form", { className: "controls", "aria-label": "Intervals to compare" },
  day("a-from", "A, before: from"), day("a-until", "until, not included"), day("b-from", "B, after: from"), day("b-until", "until, not included"));
const title = make("h2");
const chart = frame(make, "medium");
const [answer, sure, why, parts, stance] = ["answer", "sure", "why", "parts", "stance"].map((name) => make("div", { className: name }));
const notes = make("ul", { className: "notes" });
const tested = make("div", {},
  make("div", { className: "pair" },
    make("figure", {}, make("h2", {}, "How sure is that?"), answer, sure, notes),
    make("figure", {}, make("h2", {}, "Other words, or other people?"), parts)),
  make("figure", { className: "after" }, why));
at("change").append(form, make("figure", { className: "after" }, title, chart.place, chart.readout), tested, make("figure", { className: "after" }, stance));

/** Shows the comparison that the state names. */
export async function show({ state, options, signal, change, tell }) {
  const measure = state.measure || "sentiment";
  const { a, b } = intervals(state, options);
  offer(a, b, options, change);
  const series = seriesQuery({ ...state, measure, ...within(context(a, b), options) }, ["class", "weight"]);
  const isStance = !(measure in levels);
  const [trend, found, raw] = await Promise.all([
    api.trend(series, signal), isStance ? null : api.change(changeQuery(series, a, b), signal), uncorrected(series, a, b, options, signal)]);
  const view = viewOf(trend, state, options.limits.suppression);
  tell({ headline: found?.sentence ?? `No change in ${about(measure).name.toLowerCase()} can be tested yet`, title: `Change in ${view.name}`, query: trend.query });
  title.textContent = `${view.title}${view.scale.note ? ` (${view.scale.note})` : ""}`;
  chart.draw({ ...view, small: true, spans: [["A", a, found?.a], ["B", b, found?.b]].map(([name, span, side]) => ground(name, span, side, view)) });
  stance.replaceChildren(...noTest(raw));
  tested.hidden = found === null;
  if (found) tellChange(found);
}

function offer(a, b, options, change) {
  const fields = { "a-from": a.from, "a-until": a.until, "b-from": b.from, "b-until": b.until };
  for (const [name, now] of Object.entries(fields)) Object.assign(form[name], { value: now, min: options.first ?? "", max: options.until ?? "" });
  form.onsubmit = (event) => event.preventDefault();
  form.onchange = () => {
    if (Object.keys(fields).some((name) => form[name].value === "")) return;
    const span = (name) => text({ from: form[`${name}-from`].value, until: form[`${name}-until`].value });
    change({ a: span("a"), b: span("b") });
  };
}

// A range outside of the store would only be a gap.
const within = ({ from, until }, { first, until: last }) => ({ from: from > first ? from : "", until: until < last ? until : "" });

function changeQuery(series, a, b) {
  const query = new URLSearchParams(series);
  for (const key of ["by", "from", "until"]) query.delete(key);
  query.set("a", text(a));
  query.set("b", text(b));
  return query;
}

// A level a day is no level a bucket: of volume only the ground is drawn.
function ground(name, span, side, view) {
  const [from, until] = [place(view.buckets, span.from) ?? -0.5, place(view.buckets, span.until) ?? view.buckets.length - 0.5];
  const level = view.kind === "count" || !side ? { value: null, low: null, high: null } : side;
  return { name, from, until, value: level.value, low: level.low, high: level.high };
}

function tellChange(found) {
  const { measure } = found.query;
  const [short, reason] = verdict(found);
  const kind = levels[measure];
  const range = ({ low, high }, tell) => (low === null ? "" : ` (${tell(low)} to ${tell(high)})`);
  const level = (name, side) => ({ name, ...side, text: `${value(side.value, kind)}${range(side, (each) => value(each, kind))}` });
  const { difference } = found;
  answer.replaceChildren(make("p", { className: "short" }, short), make("p", {}, reason));
  sure.replaceChildren(
    forest([level("A", found.a), level("B", found.b)]),
    ...(difference === null ? [] : [forest(
      [{ name: "B − A", ...difference, text: `${size(difference.value, measure)}${range(difference, (each) => size(each, measure))}` }],
      { zero: true, blind: difference.detectable ?? 0 })]),
    make("p", { className: "fixed" }, "Bars: 95 % intervals, clustered by author. Upright line: no difference. Shaded: what could not have been seen."));
  notes.replaceChildren(...found.notes.map((note) => make("li", {}, note)));
  parts.replaceChildren(decomposition(found));
  parts.parentNode.hidden = measure !== "sentiment";
  why.replaceChildren(make("div", { className: "scroll", tabindex: "0", role: "region", "aria-label": "What stands behind the two levels" }, facts(found)));
}
