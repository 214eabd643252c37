// The value axis: whole for shares and scores unless the reader zooms, and then the chart says so.
import { tick } from "./words.js";

const whole = { share: [0, 1, 0.25], score: [-1, 1, 0.5], net: [-1, 1, 0.5] };

/** Ends of the axis, and the words that must be printed when it is not whole. */
export function scale(buckets, kind, zoomed) {
  const drawn = buckets.filter((bucket) => bucket.drawn);
  const highest = Math.max(0, ...drawn.map((bucket) => bucket.high ?? bucket.value));
  if (kind === "count") return counts(highest);
  if (kind === "rate") return counts(highest, 0);
  if (!zoomed || drawn.length === 0) {
    const [min, max, interval] = whole[kind];
    return { min, max, interval, note: "" };
  }
  const lowest = kind === "share" ? 0 : Math.min(...drawn.map((bucket) => bucket.low ?? bucket.value));
  const top = kind === "share" ? highest : Math.max(...drawn.map((bucket) => bucket.high ?? bucket.value));
  const step = nice((top - lowest || 0.01) / 4);
  const min = kind === "share" ? 0 : Math.max(-1, Math.floor(lowest / step) * step);
  const max = Math.min(1, Math.ceil(top / step) * step || step);
  return { min, max, interval: step, note: `axis zoomed to ${tick(min, kind)} … ${tick(max, kind)}` };
}

// Room for the band too, which the chart does not measure by itself.
function counts(highest, least = 1) {
  if (highest === 0) return { min: 0, max: 10, note: "" };
  const step = Math.max(least, nice(highest / 4, highest > 40 ? [1, 2, 2.5, 5, 10] : factors));
  return { min: 0, max: Math.ceil(highest / step) * step, interval: step, note: "" };
}

const factors = [1, 2, 5, 10];

function nice(step, among = factors) {
  const power = 10 ** Math.floor(Math.log10(step));
  return among.find((factor) => factor * power >= step) * power;
}
