// What stands on the time axis between the buckets: dated events, and intervals that are compared.

/** Where a moment lies on the axis of buckets: the first begins at -0.5. Null outside of them. */
export function place(buckets, moment) {
  const time = Date.parse(moment);
  const index = buckets.findIndex((bucket) => time < Date.parse(bucket.end));
  if (index < 0) return time === Date.parse(buckets.at(-1)?.end) ? buckets.length - 0.5 : null;
  const [start, end] = [buckets[index].start, buckets[index].end].map(Date.parse);
  return time < start ? null : index - 0.5 + (time - start) / (end - start);
}

/** Upright lines at the view's events, numbered at their top; the numbers are told beneath the chart. */
export function events(view, colors) {
  const shown = grouped(view.events ?? [], view.step);
  if (shown.length === 0) return [];
  return [custom("events", 3, shown, (event, plot, at) => {
    const x = at(event.position);
    return {
      type: "group", children: [
        { type: "line", shape: { x1: x, y1: plot.y, x2: x, y2: plot.y + plot.height }, style: { stroke: colors.event, lineWidth: 1, lineDash: [3, 3] } },
        { type: "text", style: { text: event.label, x, y: plot.y - 2, align: "center", verticalAlign: "bottom", fill: colors.event, font: `600 11px ${colors.font}` } },
      ],
    };
  })];
}

// Numbers that would overlap are told together.
function grouped(list, step) {
  const shown = [];
  for (const event of list) {
    const last = shown.at(-1);
    if (last && (event.position - last.end) * step < 18) Object.assign(last, { end: event.position, label: `${last.first}–${event.number}` });
    else shown.push({ position: event.position, end: event.position, first: event.number, label: String(event.number) });
  }
  return shown;
}

/** Compared intervals: the ground they stand on, their level, and the level's own interval. */
export function spans(view, colors) {
  if (!view.spans?.length) return [];
  return [custom("spans", 1, view.spans, (span, plot, at, height) => {
    const [left, right] = [at(span.from), at(span.until)];
    const wide = { x: left, width: right - left };
    return {
      type: "group", children: [
        { type: "rect", shape: { ...wide, y: plot.y, height: plot.height }, style: { fill: colors.ground, stroke: colors.line } },
        ...(span.low === null ? [] : [{ type: "rect", shape: { ...wide, y: height(span.high), height: height(span.low) - height(span.high) }, style: { fill: colors.warmband } }]),
        { type: "text", style: { text: span.name, x: left + 5, y: plot.y + 5, fill: colors.muted, font: `600 12px ${colors.font}` } },
      ],
    };
  }), custom("levels", 3, view.spans.filter((span) => span.value !== null), (span, plot, at, height) => ({
    type: "line", shape: { x1: at(span.from), y1: height(span.value), x2: at(span.until), y2: height(span.value) },
    style: { stroke: colors.warm, lineWidth: 3 },
  }))];
}

function custom(id, z, items, render) {
  return {
    id, name: id, type: "custom", xAxisIndex: 0, yAxisIndex: 0, z, silent: true, clip: false, data: items.map(() => [0, 0]),
    renderItem: (params, api) => {
      const first = api.coord([0, 0])[0];
      const step = api.size([1, 0])[0];
      return render(items[params.dataIndex], params.coordSys, (position) => first + position * step, (value) => api.coord([0, value])[1]);
    },
  };
}
