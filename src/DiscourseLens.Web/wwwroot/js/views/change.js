// Did it change, and how sure is that? Two intervals of one series compared.
import * as api from "../api.js";
import { at, make, unbroken } from "../dom.js";
import * as events from "../events.js";
import { decomposition, facts } from "../facts.js";
import { frame } from "../figure.js";
import { forest } from "../forest.js";
import { context, date, intervals, text } from "../intervals.js";
import { place } from "../marks.js";
import { seriesQuery } from "../state.js";
import * as step from "../step.js";
import { levels, size, verdict } from "../verdict.js";
import { view as viewOf } from "../view.js";
import { measure as about, value } from "../words.js";
import { noTest, uncorrected } from "../whynot.js";

const day = (name, label) => make("label", {}, label, make("input", { name, type: "date" }));
const form = make("form", { className: "controls", "aria-label": "Intervals to compare" },
  make("label", { className: "wide" }, "Around an event", make("select", { name: "event" })), day("a-from", "A, before: from"), day("a-until", "until, not included"), day("b-from", "B, after: from"), day("b-until", "until, not included"));
const title = make("h2");
const short = make("p", { className: "short" });
const chart = frame(make, "medium");
const [answer, sure, why, parts, stance] = ["answer", "sure", "why", "parts", "stance"].map((name) => make("div", { className: name }));
const notes = make("ul", { className: "notes" });
const pair = make("div", { className: "pair" },
  make("figure", {}, make("h2", {}, "How sure is that?"), answer, sure, notes),
  make("figure", {}, make("h2", {}, "Other words, or other people?"), parts));
const behind = make("figure", { className: "after" }, why);
at("change").append(
  form, make("figure", { className: "after" }, short, title, chart.place, chart.readout), pair, make("figure", { className: "after" }, stance), step.box, behind);

/** Shows the comparison that the state names. */
export async function show({ state, options, signal, change, tell }) {
  const measure = state.measure || "sentiment";
  const dated = (await events.ask("all", signal)).filter(({ day: on }) => options.first < on && on < options.until);
  const named = dated.find(({ id, day: on }) => (state.event ? id === state.event : !state.a && !state.b && on === date));
  const { a, b } = intervals(state, options, named?.day);
  offer(a, b, dated, named, options, change);
  const series = seriesQuery({ ...state, measure, ...within(context(a, b), options) }, ["weight", "condition", "language", "age"]);
  const isStance = !(measure in levels);
  const [trend, found, raw] = await Promise.all([
    api.trend(series, signal), isStance ? null : api.change(changeQuery(series, a, b), signal), uncorrected(series, a, b, options, signal)]);
  const view = viewOf(trend, state, options.limits.suppression);
  tell({ headline: found?.sentence ?? `No change in ${about(measure).name.toLowerCase()} can be tested yet`, title: `Change in ${view.name}`, query: trend.query });
  title.textContent = `${view.title}${view.scale.note ? ` (${view.scale.note})` : ""}`;
  chart.draw({
    ...view, small: true, events: named ? events.within([named], view.buckets).map((event) => ({ ...event, number: "event" })) : null,
    spans: [["A", a, found?.a], ["B", b, found?.b]].map(([name, span, side]) => ground(name, span, side, view)),
  });
  stance.replaceChildren(...noTest(raw, isStance));
  short.hidden = pair.hidden = behind.hidden = found === null;
  if (found) tellChange(found);
  step.box.hidden = !found || !named;
  if (!step.box.hidden) step.show(named.id, series, view, state, signal).catch((problem) => problem.name === "AbortError" || console.error(problem));
}

function offer(a, b, dated, named, options, change) {
  const fields = { "a-from": a.from, "a-until": a.until, "b-from": b.from, "b-until": b.until };
  for (const [name, now] of Object.entries(fields)) Object.assign(form[name], { value: now, min: options.first ?? "", max: options.until ?? "" });
  form.event.replaceChildren(new Option("none: days of your own", ""), ...dated.map(({ id, day: on, title: name }) => new Option(`${on} ${name}`, id)));
  form.event.value = named?.id ?? "";
  form.onsubmit = (event) => event.preventDefault();
  form.onchange = ({ target: field }) => {
    const span = (name) => text({ from: form[`${name}-from`].value, until: form[`${name}-until`].value });
    if (field === form.event && field.value) change({ event: field.value, a: "", b: "" });
    else if (Object.keys(fields).every((name) => form[name].value !== "")) change({ event: "", a: span("a"), b: span("b") });
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
  const [told, reason] = verdict(found);
  const kind = levels[measure];
  const range = ({ low, high }, tell) => (low === null ? "" : ` (${tell(low)} to ${tell(high)})`);
  const level = (name, side) => ({ name, ...side, text: `${value(side.value, kind)}${range(side, (each) => value(each, kind))}` });
  const { difference } = found;
  short.textContent = told;
  answer.replaceChildren(make("p", {}, reason));
  sure.replaceChildren(
    forest([level("A", found.a), level("B", found.b)]),
    ...(difference === null ? [] : [forest(
      [{ name: "B − A", ...difference, text: `${size(difference.value, measure)}${range(difference, (each) => size(each, measure))}` }],
      { zero: true, blind: difference.detectable ?? 0 })]),
    make("p", { className: "fixed" }, "Bars: 95 % intervals, clustered by author. Upright line: no difference. Shaded: what could not have been seen."));
  notes.replaceChildren(...found.notes.map((note) => make("li", {}, ...unbroken(note))));
  parts.replaceChildren(decomposition(found));
  parts.parentNode.hidden = measure !== "sentiment";
  why.replaceChildren(make("div", { className: "scroll", tabindex: "0", role: "region", "aria-label": "What stands behind the two levels" }, facts(found)));
}
