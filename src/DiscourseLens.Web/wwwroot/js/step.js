// A series around a dated event: did it step, or turn, more than the trend it was on already?
import * as api from "./api.js";
import { frame } from "./figure.js";
import { forest } from "./forest.js";
import { make, unbroken } from "./dom.js";
import { place } from "./marks.js";
import { scale } from "./scale.js";
import { list } from "./events.js";
import { value } from "./words.js";

const kinds = { volume: "rate", share: "share", sentiment: "score" };
const heading = make("h2", {}, "A step at the event, or a trend that was there already?");
const lead = make("div", { className: "fixed" }, "Above, two averages are compared. This asks for more: did the series leave, on that day, the path it was on?");
const words = make("p");
const chart = frame(make, "medium");
const effects = make("div");
const notes = make("ul", { className: "notes" });
const near = make("div");

/** The panel. */
export const box = make("figure", { className: "after step" }, heading, lead, words, chart.place, chart.readout, effects, notes, near);

/** Asks for the test and shows it; where it cannot be made, says why. */
export async function show(event, series, view, state, signal) {
  const query = new URLSearchParams(series);
  for (const key of ["from", "until"]) query.delete(key);
  if (!["week", "month"].includes(query.get("by") ?? "month")) query.delete("by");
  query.set("event", event);
  const drawn = [chart.place, effects, notes, near];
  try {
    const test = await api.change(query, signal);
    words.replaceChildren(...unbroken(test.sentence));
    for (const each of drawn) each.hidden = false;
    draw(test, view);
    tell(test, state);
  } catch (problem) {
    if (!(problem instanceof api.Problem)) throw problem;
    words.textContent = problem.message;
    for (const each of drawn) each.hidden = true;
  }
}

function draw(test, view) {
  const buckets = test.series.map((point) => ({ ...point, state: "observed", coverage: 1, n: 0, authors: 0, low: null, high: null, drawn: true }));
  const whole = filled(buckets);
  const before = (bucket) => bucket.drawn && bucket.start.slice(0, 10) < test.day;
  const after = (bucket) => bucket.drawn && !before(bucket);
  const curve = (id, key, when, more) => ({ id, values: whole.map((bucket) => (when(bucket) ? bucket[key] : null)), whole: true, color: "warm", width: 2.5, ...more });
  const kind = kinds[test.query.measure];
  const last = buckets.at(-1);
  chart.draw({
    ...view, by: test.query.by, kind, buckets: whole, small: true, dots: true, mark: null, title: `Fit around ${test.day}. ${view.title}`,
    scale: scale(buckets.flatMap((bucket) => [bucket, { ...bucket, value: bucket.fitted }, { ...bucket, value: bucket.without }]), kind, true),
    curves: [curve("before", "fitted", before), curve("after", "fitted", after, { label: "fit", above: last.fitted >= last.without }),
      curve("without", "without", after, { color: "muted", width: 1.5, dashed: true, label: "old path", above: last.fitted < last.without })],
    events: [{ number: test.event?.id ? "event" : test.day, position: place(whole, test.day) ?? 0 }],
    say: (i) => [whole[i].start.slice(0, 10), whole[i].drawn ? `${value(whole[i].value, kind)}, fitted ${value(whole[i].fitted, kind)}` : "not used"],
  });
}

// A bucket that was not used is a gap of its own width.
function filled(buckets) {
  return buckets.flatMap((bucket, i) => {
    const last = buckets[i - 1]?.end ?? bucket.start;
    return last === bucket.start ? [bucket] : [...gaps(last, bucket.start, bucket), bucket];
  });
}

function gaps(from, until, { start, end }) {
  const count = Math.max(1, Math.round((Date.parse(until) - Date.parse(from)) / (Date.parse(end) - Date.parse(start))));
  const step = (Date.parse(until) - Date.parse(from)) / count;
  const moment = (i) => new Date(Date.parse(from) + i * step).toISOString();
  return Array.from({ length: count }, (_, i) => ({ start: moment(i), end: moment(i + 1), value: null, drawn: false, state: "unused" }));
}

const chance = (p) => (p < 0.005 ? "p < 0.01" : `p = ${p.toFixed(2)}`);

function tell(test, state) {
  const digits = (number) => (Math.abs(number) < 0.0005 ? "0" : value(number, "score"));
  const row = (name, { value: moved, low, high, p }) => ({ name, value: moved, low, high, text: `${digits(moved)} (${digits(low)} to ${digits(high)}), ${chance(p)}` });
  effects.replaceChildren(
    forest([row("Step", test.level)], { zero: true, blind: test.level.detectable }), forest([row(`Change of trend, a ${test.query.by}`, test.slope)], { zero: true, blind: test.slope.detectable }),
    make("p", { className: "fixed" }, `${test.scale === "log" ? "On the logarithm, so 0.1 is about a tenth. " : ""}p from a bootstrap that allows for months resembling their neighbours; Newey and West: ${chance(test.level.newey_west_p)} for the step.`
      + (test.placebo.p === null ? "" : ` At ${test.placebo.dates} other dates, where nothing is claimed, steps as large are found with ${chance(test.placebo.p)}.`)));
  notes.replaceChildren(...test.notes.map((note) => make("li", {}, ...unbroken(note))));
  near.replaceChildren(...(test.near.length === 0 ? [] : [make("h3", {}, `Other events within ${test.near_days} days, which cannot be told apart from it`),
    list(test.near.map((event, i) => ({ ...event, number: i + 1 })), state)]));
}
