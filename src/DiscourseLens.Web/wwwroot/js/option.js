// Puts the parts of the chart together into one option for ECharts.
import { labels } from "./axis.js";
import { curves } from "./curves.js";
import { band, coverage, hidden, line, missing, volume } from "./series.js";
import { events, spans } from "./marks.js";
import { lines, tick } from "./words.js";

const wide = { left: 54, right: 64 };
const tight = { left: 42, right: 50 };

/** The whole option for a view, at a width, in the colors in force. A small view is the chart alone. */
export function option(view, width, colors) {
  const gap = view.tight ? tight : wide;
  const plot = width - gap.left - gap.right;
  const named = labels(view.buckets, view.by, plot);
  const boxes = layout(view, width, [...named.values()].some((label) => label.includes("\n")));
  view = { ...view, step: plot / view.buckets.length };
  return {
    animation: false,
    textStyle: { fontFamily: colors.font },
    axisPointer: { link: [{ xAxisIndex: "all" }], animation: false },
    tooltip: tooltip(view, colors),
    graphic: notes(view, width, boxes, gap, colors),
    grid: boxes.map((box) => ({ ...gap, ...box })),
    xAxis: boxes.map((_, i) => xAxis(view, i, i === boxes.length - 1, named, colors)),
    yAxis: [valueAxis(view, colors), hiddenAxis(1, { max: 1 }), hiddenAxis(2, { name: "posts" })].slice(0, boxes.length),
    series: [
      missing(view, colors), ...spans(view, colors), ...curves(view, colors), band(view, colors), ...events(view, colors), line(view, colors),
      ...(view.beside ? [line(view.beside(view.step), colors)] : []), hidden(view, colors),
      ...(boxes.length > 1 ? [coverage(view, colors)] : []),
      ...(boxes.length > 2 ? [volume(view, colors, view.step >= 24)] : []),
    ],
  };
}

// From below: room for labels, volume bars (not under the volume itself), the coverage strip, the chart.
function layout(view, width, twoLines) {
  const foot = twoLines ? 40 : 26;
  if (view.small) return [{ top: 20 + (view.events && view.mark ? 14 : view.events ? 6 : 2), bottom: foot }];
  const bars = view.kind === "count" ? 0 : width < 600 ? 44 : 56;
  const strip = { height: 12, bottom: foot + (bars ? bars + 26 : 0) };
  const chart = { top: 34, bottom: strip.bottom + strip.height + 24 };
  return bars ? [chart, strip, { height: bars, bottom: foot }] : [chart, strip];
}

function xAxis(view, index, last, named, colors) {
  return {
    type: "category", gridIndex: index, data: view.buckets.map((bucket) => bucket.start.slice(0, 10)),
    axisLine: { show: index !== 1, onZero: index === 0, lineStyle: { color: colors.muted } },
    axisTick: { show: last && !view.small, interval: (i) => named.has(i), alignWithLabel: true, lineStyle: { color: colors.muted } },
    axisLabel: {
      show: last, interval: (i) => named.has(i), formatter: (_, i) => named.get(i) ?? "", color: colors.muted, fontSize: 11.5,
      lineHeight: 14, hideOverlap: false,
    },
    axisPointer: { show: true, type: "line", label: { show: false }, lineStyle: { color: colors.muted, type: "solid" } },
  };
}

function valueAxis(view, colors) {
  return {
    gridIndex: 0, type: "value", ...view.scale, splitNumber: 4,
    axisLabel: { color: colors.muted, fontSize: 11.5, formatter: (value) => tick(value, view.kind) },
    splitLine: { lineStyle: { color: colors.line } },
  };
}

const hiddenAxis = (gridIndex, more) => ({ gridIndex, type: "value", min: 0, show: false, ...more });

function tooltip(view, colors) {
  return {
    trigger: "axis", renderMode: "richText", confine: true, backgroundColor: colors.surface, borderColor: colors.muted,
    textStyle: { color: colors.ink, fontSize: 12.5, lineHeight: 18, fontFamily: colors.font },
    formatter: (points) => lines(view, points[0].dataIndex).map(plain).join("\n"),
  };
}

// Rich text reads {style|text}; nothing of ours holds braces, and nothing else may start a style.
const plain = (text) => text.replace(/[{}|]/g, " ");

function notes(view, width, boxes, gap, colors) {
  const say = (text, place, style) => ({ type: "text", silent: true, z: 6, ...place, style: { text, fill: colors.muted, font: `11.5px ${colors.font}`, ...style } });
  const [chart, strip, bars] = boxes;
  return [
    ...(view.small ? [] : [say(view.scale.note, { left: gap.left, top: 10 }, { fill: colors.warn, font: `600 12px ${colors.font}` })]),
    ...(strip ? [say("covered", { left: gap.left, bottom: strip.bottom + strip.height + 4 })] : []),
    ...(bars ? [say("posts", { left: gap.left, bottom: bars.bottom + bars.height + 4 })] : []),
    ...(view.mark ? [say(view.mark, { right: gap.right, top: view.small ? 2 : 10 }, { fill: colors.warn, font: `600 ${view.small ? 11 : width < 500 ? 12 : 13}px ${colors.font}` })] : []),
    ...(view.buckets.some((bucket) => bucket.drawn) ? [] : [say("No bucket can be drawn.", { left: "center", top: chart.top + (view.small ? 24 : 60) })]),
  ];
}
