// The chart on the page: drawing, size, and reading it by keyboard.
import { option } from "./option.js";
import { colors, watch } from "./theme.js";
import { lines } from "./words.js";

const place = document.getElementById("chart");
const readout = document.getElementById("readout");
const steps = { ArrowRight: 1, ArrowLeft: -1, PageDown: 12, PageUp: -12, Home: -Infinity, End: Infinity };
let chart, view, focused;

/** Draws a view and forgets which bucket was pointed at. */
export function draw(next) {
  [view, focused] = [next, undefined];
  readout.textContent = "";
  chart ??= start();
  place.setAttribute("aria-label", `${view.title}. ${view.buckets.length} buckets, ${view.buckets.filter((bucket) => bucket.drawn).length} of them drawn.`);
  redraw();
}

function start() {
  const made = window.echarts.init(place);
  new ResizeObserver(resize).observe(place);
  watch(redraw);
  place.addEventListener("keydown", step);
  place.addEventListener("blur", () => made.dispatchAction({ type: "hideTip" }));
  made.getZr().on("click", (event) => pick(made.convertFromPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY])[0]));
  return made;
}

function redraw() {
  if (view) chart.setOption(option(view, place.clientWidth, colors()), { notMerge: true });
}

function resize() {
  if (chart.getWidth() === place.clientWidth && chart.getHeight() === place.clientHeight) return;
  chart.resize();
  redraw();
}

function step(event) {
  if (event.key === "Escape") chart.dispatchAction({ type: "hideTip" });
  if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  pick(focused === undefined ? (event.key === "ArrowLeft" || event.key === "End" ? Infinity : 0) : focused + steps[event.key]);
}

// Points at a bucket and says it: seen in the tooltip, heard from the live region, read beneath the chart.
function pick(index) {
  if (Number.isNaN(index) || view.buckets.length === 0) return;
  focused = Math.round(Math.min(view.buckets.length - 1, Math.max(0, index)));
  readout.textContent = lines(view.buckets[focused], view.by, view.kind, view.limits).join(" · ");
  const [x, y] = chart.convertToPixel({ gridIndex: 0 }, [focused, view.buckets[focused].value ?? view.scale.min]);
  chart.dispatchAction({ type: "showTip", x, y });
}
