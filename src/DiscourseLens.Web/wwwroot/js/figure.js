// A chart on the page: drawing, size, and reading it by keyboard.
import { option } from "./option.js";
import { colors, watch } from "./theme.js";
import { lines } from "./words.js";

const steps = { ArrowRight: 1, ArrowLeft: -1, PageDown: 12, PageUp: -12, Home: -Infinity, End: Infinity };

/** A chart in a place, read out in another; gives what draws a view there. */
export function figure(place, readout) {
  let chart, view, focused;

  function start() {
    chart = window.echarts.init(place);
    new ResizeObserver(resize).observe(place);
    watch(refit);
    place.addEventListener("keydown", step);
    place.addEventListener("blur", () => chart.dispatchAction({ type: "hideTip" }));
    chart.getZr().on("click", (event) => pick(chart.convertFromPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY])[0]));
  }

  function redraw() {
    if (view && place.clientWidth) chart.setOption(option(view, place.clientWidth, colors()), { notMerge: true });
  }

  // On paper a chart has another width as well as other colors.
  function refit() {
    chart.resize();
    redraw();
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
    readout.textContent = lines(view, focused).join(" · ");
    const [x, y] = chart.convertToPixel({ gridIndex: 0 }, [focused, view.buckets[focused].value ?? view.scale.min]);
    chart.dispatchAction({ type: "showTip", x, y });
  }

  return (next) => {
    [view, focused] = [next, undefined];
    readout.textContent = "";
    if (!chart) start();
    const drawn = `${view.buckets.length} buckets, ${view.buckets.filter((bucket) => bucket.drawn).length} of them drawn.`;
    place.setAttribute("aria-label", [`${view.title}.`, view.headline, drawn].filter(Boolean).join(" "));
    resize();
    redraw();
  };
}

/** Place and readout of a chart, for views that make their own. */
export function frame(make, size = "small") {
  const place = make("div", { className: `chart ${size}`, role: "application", "aria-roledescription": "chart", "aria-label": "Chart", tabindex: "0" });
  const readout = make("p", { className: "readout", "aria-live": "polite" });
  return { place, readout, draw: figure(place, readout) };
}
