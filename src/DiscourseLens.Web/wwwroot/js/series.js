// The marks of the chart, one function a series.
import { height, runs } from "./buckets.js";
import { short } from "./words.js";

const shapes = { observed: "circle", zero: "circle", partial: "circle", provisional: "triangle" };
const narrow = 7;

/** The line: broken wherever nothing may be drawn. Its last value stands beside it. */
export function line(view, colors) {
  const faint = view.mark !== null;
  const color = view.color ? colors[view.color] : faint ? colors.faint : colors.accent;
  const alone = new Set(runs(view.buckets).filter((run) => run.length === 1).flat());
  const last = view.buckets.findLastIndex((bucket) => bucket.drawn);
  return {
    id: view.id ?? "value", name: view.name, type: "line", xAxisIndex: 0, yAxisIndex: 0, z: 4, connectNulls: false, showAllSymbol: true,
    data: view.buckets.map((bucket, i) => ({
      ...point(bucket, dot(view, alone.has(i)), colors), ...(i === last && !view.dots ? { label: told(view, bucket, color) } : {}),
    })),
    itemStyle: { color, borderColor: color },
    lineStyle: { width: view.dots ? 0 : faint ? 1.5 : 2.25, type: faint ? [5, 4] : "solid", color },
    labelLayout: { moveOverlap: "shiftY" },
    emphasis: { disabled: true },
  };
}

const told = (view, bucket, color) => ({
  show: true, position: "right", distance: 7, color, fontSize: 12, fontWeight: 600, lineHeight: 14,
  formatter: [...(view.label ? [view.label] : []), short(bucket.value, view.kind)].join("\n"),
});

// Dots stand apart from each other, so that a dashed line is seen as one; where they would not, only those without neighbours are left.
function dot({ step, mark, dots }, alone) {
  if (step < narrow && !alone && !dots) return 0;
  return alone || dots ? 6 : Math.min(mark === null ? 6 : 5, Math.max(3, step * 0.45));
}

function point(bucket, size, colors) {
  if (!bucket.drawn) return { value: null };
  const plain = bucket.state === "observed";
  return {
    value: bucket.value,
    symbol: shapes[bucket.state],
    symbolSize: plain ? size : bucket.state === "provisional" ? 11 : 8,
    itemStyle: bucket.state === "partial" || bucket.state === "provisional" ? { color: colors.surface, borderWidth: 2 } : {},
  };
}

/** The 95 % interval: an area a run, an upright bar where a point stands alone. */
export function band(view, colors) {
  const known = runs(view.buckets.map((bucket) => ({ drawn: bucket.drawn && bucket.low !== null })));
  return {
    id: "band", name: "95 % interval", type: "custom", xAxisIndex: 0, yAxisIndex: 0, z: 2, silent: true, clip: true,
    data: known.map((run) => [run[0], view.buckets[run[0]].low, view.buckets[run[0]].high]),
    encode: { x: 0, y: [1, 2] },
    renderItem: (params, api) => area(known[params.dataIndex], view.buckets, api, colors),
  };
}

function area(run, buckets, api, colors) {
  const upper = run.map((i) => api.coord([i, buckets[i].high]));
  const lower = run.map((i) => api.coord([i, buckets[i].low]));
  return run.length > 1
    ? { type: "polygon", shape: { points: [...upper, ...lower.reverse()] }, style: { fill: colors.band } }
    : { type: "line", shape: { x1: upper[0][0], y1: upper[0][1], x2: lower[0][0], y2: lower[0][1] },
      style: { stroke: colors.accent, lineWidth: 3, opacity: 0.45 } };
}

/** Crosses at the foot of the chart where a value is hidden; a low bar where there is no room for crosses. */
export function hidden(view, colors) {
  const crowded = view.step < narrow;
  return {
    id: "hidden", name: "hidden", type: "scatter", xAxisIndex: 0, yAxisIndex: 0, z: 5, silent: true,
    symbol: crowded ? "rect" : "path://M0 0 L8 8 M8 0 L0 8", symbolSize: crowded ? [Math.max(1, view.step), 4] : 8,
    itemStyle: crowded ? { color: colors.muted } : { color: "transparent", borderColor: colors.muted, borderWidth: 1.75 },
    symbolOffset: [0, crowded ? -3 : -7],
    data: view.buckets.flatMap((bucket, i) => (bucket.hidden ? [[i, view.scale.min]] : [])),
  };
}

/** Hatched columns where nothing was collected. */
export function missing(view, colors) {
  const gaps = [];
  view.buckets.forEach((bucket, i) => {
    if (bucket.state !== "missing") return;
    if (gaps.length && gaps.at(-1)[1] === i - 1) gaps.at(-1)[1] = i;
    else gaps.push([i, i]);
  });
  return {
    id: "missing", name: "missing", type: "custom", xAxisIndex: 0, yAxisIndex: 0, z: 1, silent: true, clip: true, data: gaps,
    encode: { x: [0, 1] },
    renderItem: (params, api) => column(gaps[params.dataIndex], params.coordSys, api, colors),
  };
}

function column([first, last], plot, api, colors) {
  const half = api.size([1, 0])[0] / 2;
  const left = api.coord([first, 0])[0] - half;
  const width = api.coord([last, 0])[0] + half - left;
  return { type: "rect", shape: { x: left, y: plot.y, width, height: plot.height }, style: { fill: colors.hatch } };
}

/** How far each bucket was covered; hatched in full where it was not at all. */
export function coverage(view, colors) {
  const bar = { type: "bar", xAxisIndex: 1, yAxisIndex: 1, silent: true, barCategoryGap: "12%", barGap: "-100%" };
  const gap = { value: 1, itemStyle: { color: colors.hatch } };
  return {
    ...bar, id: "coverage", name: "covered", itemStyle: { color: colors.coverage }, showBackground: true,
    backgroundStyle: { color: colors.empty },
    data: view.buckets.map((bucket) => (bucket.state === "missing" ? gap : { value: bucket.coverage })),
  };
}

/** Posts behind each value; a count that is not told stands hollow at its limit. */
export function volume(view, colors, labelled) {
  const untold = view.step < 2 * narrow ? { color: colors.bar, opacity: 0.4 } : { color: "transparent", borderColor: colors.muted, borderWidth: 1, borderType: "dashed" };
  const label = { show: labelled, position: "top", distance: 2, fontSize: 10, color: colors.muted };
  return {
    id: "volume", name: "posts", type: "bar", xAxisIndex: 2, yAxisIndex: 2, silent: true, barCategoryGap: "20%",
    itemStyle: { color: colors.bar },
    data: view.buckets.map((bucket) => (typeof bucket.n === "string"
      ? { value: height(bucket.n), itemStyle: untold, label: { ...label, formatter: bucket.n } }
      : { value: bucket.state === "missing" ? null : bucket.n })),
  };
}
