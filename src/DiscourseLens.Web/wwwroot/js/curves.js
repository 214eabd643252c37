// Thin lines beside the series: what it is a part of, or what a model says of it.

/** One line a curve, of one value a bucket; null where it has none. */
export const curves = (view, colors) => (view.curves ?? []).map(({ id, values, color, width, dashed, whole, label, above }) => {
  const last = values.findLastIndex((value) => value !== null);
  return {
    id, name: id, type: "line", xAxisIndex: 0, yAxisIndex: 0, z: 3, silent: true, symbol: "none", showAllSymbol: true, connectNulls: whole === true,
    data: values.map((value, i) => (i === last && label ? { value, symbol: "circle", symbolSize: 1, label: named(label, colors[color], above) } : value)),
    showSymbol: Boolean(label), lineStyle: { width, color: colors[color], type: dashed ? [5, 4] : "solid" }, itemStyle: { color: colors[color] },
  };
});

const named = (label, color, above) => ({
  show: true, position: "right", distance: 7, offset: [0, above ? -7 : 7], color, fontSize: 12, fontWeight: 600, formatter: label,
});
