// Small multiples: one chart a series, all on one scale, each with its own sentence.
import { ask } from "../comparison.js";
import { at, make, unbroken } from "../dom.js";
import { frame } from "../figure.js";
import { scale } from "../scale.js";
import { columns, makeFold } from "../table.js";
import { view as viewOf } from "../view.js";
import { nothing } from "../words.js";

const intro = make("p", { className: "lead" });
const [panels, blank] = ["panels", "panels blank"].map((className) => make("div", { className }));
const [fold, fillTable] = makeFold();
const made = []; // panels are kept: a chart is dear to make
at("compare").append(intro, panels, blank, make("div", { className: "data" }, fold));

/** Shows the series side by side. */
export async function show({ state, options, signal, tell }) {
  const { name, series, whole, wholeName, leftOut, note } = await ask(state, signal);
  const common = viewOf(whole, state, options.limits.suppression);
  const views = series.map(({ trend }) => viewOf(trend, state, options.limits.suppression));
  const reference = common.kind === "count" || common.mark ? null : common.buckets;
  const shared = scale([...views.flatMap((view) => view.buckets), ...(reference ?? [])], common.kind, state.axis === "zoom");
  const curves = reference ? [{ id: "reference", values: reference.map((bucket) => (bucket.drawn ? bucket.value : null)), color: "edge", width: 1.25 }] : [];
  tell({ headline: `${common.name} by ${common.by}, side by side ${name}, all on one scale`, title: `${common.name} ${name}`, query: whole.query });
  intro.textContent = [
    `${common.unit}${shared.note ? ` (${shared.note})` : ""}.`,
    reference ? `The thin gray line is ${wholeName}.` : "",
    common.mark ? `Stance is ${common.mark}.` : "",
    note ?? "",
    leftOut.length > 0 ? `Left out, as there is no room: ${leftOut.join(", ")}.` : "",
  ].filter(Boolean).join(" ");
  while (made.length < series.length) made.push(panel());
  const placed = series.map((_, i) => ({ box: made[i].box, drawn: views[i].buckets.some((bucket) => bucket.drawn) }));
  panels.replaceChildren(...placed.filter(({ drawn }) => drawn).map(({ box }) => box));
  blank.replaceChildren(...placed.filter(({ drawn }) => !drawn).map(({ box }) => box));
  [panels.hidden, blank.hidden] = [panels, blank].map((grid) => grid.children.length === 0);
  series.forEach((each, i) => made[i].show(each, { ...views[i], small: true, tight: true, scale: shared, curves }));
  fillTable({
    caption: `${common.name} by ${common.by}`, columns: [["Series", (row) => row.series], ...columns(common.by, common.kind, common.name, common.limits)],
    rows: views.flatMap((view, i) => view.buckets.map((bucket) => ({ ...bucket, series: series[i].name }))),
  });
}

function panel() {
  const title = make("h2");
  const sentence = make("p", { className: "sentence" });
  const chart = frame(make);
  const box = make("figure", { className: "panel" }, title, sentence, chart.place, chart.readout);
  const show = ({ name, trend }, view) => {
    const none = box.parentNode === blank;
    title.textContent = name;
    sentence.replaceChildren(...unbroken(none ? nothing(view) : [trend.headline, ...trend.notes].join(" ")));
    for (const part of [chart.place, chart.readout]) part.hidden = none;
    if (!none) chart.draw({ ...view, title: `${name}. ${view.title}` });
  };
  return { box, show };
}
