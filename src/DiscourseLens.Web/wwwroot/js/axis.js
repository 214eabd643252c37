// Which buckets get a label under the chart: the finest calendar unit that has room, years told at their start.
import { monthName } from "./words.js";

const room = 46;
const units = [
  { starts: () => true },
  { starts: (now, last) => now.slice(0, 7) !== last.slice(0, 7) },
  { starts: (now, last) => quarter(now) !== quarter(last) },
  { starts: (now, last) => now.slice(0, 4) !== last.slice(0, 4) },
];

/** Index to label, for the labels that fit into the width. */
export function labels(buckets, by, width) {
  const starts = buckets.map((bucket) => bucket.start);
  const most = Math.max(2, Math.floor(width / room));
  for (const unit of units) {
    const found = starts.flatMap((start, i) => (i === 0 || unit.starts(start, starts[i - 1]) ? [i] : []));
    if (found.length <= most) return named(found, starts, by);
  }
  const years = starts.flatMap((start, i) => (i === 0 || units[3].starts(start, starts[i - 1]) ? [i] : []));
  const step = Math.ceil(years.length / most);
  return named(years.filter((_, i) => i % step === 0), starts, by);
}

function named(indexes, starts, by) {
  return new Map(indexes.map((index, i) => {
    const newYear = i === 0 || starts[index].slice(0, 4) !== starts[indexes[i - 1]].slice(0, 4);
    return [index, newYear ? yearLabel(starts[index], i, by) : short(starts[index], by)];
  }));
}

// Only the first label of a year names it; a first bucket inside a year says its month as well.
function yearLabel(start, i, by) {
  const year = start.slice(0, 4);
  return by === "year" || (i > 0 && start.slice(5, 7) === "01") || start.slice(5, 10) === "01-01" ? year : `${short(start, by)}\n${year}`;
}

function short(start, by) {
  if (by === "year") return start.slice(0, 4);
  if (by === "quarter") return `Q${quarter(start).slice(4)}`;
  return by === "month" ? monthName(start) : `${Number(start.slice(8, 10))} ${monthName(start)}`;
}

const quarter = (start) => start.slice(0, 4) + Math.ceil(Number(start.slice(5, 7)) / 3);
