// How to read the marks of a chart: those that the reader meets in it.
import { make } from "./dom.js";
import { element } from "./strip.js";

const circle = (kind) => element("circle", { class: kind, cx: 9, cy: 9, r: 4.5 });
const path = (kind, d) => element("path", { class: kind, d });
const hatch = () => path("hatch", "M3 9 L9 3 M3 15 L15 3 M9 15 L15 9 M3 3 H15 V15 H3 Z");
const marks = [
  ["observed in full", ({ drawn, state }) => drawn && state === "observed", () => circle("solid")],
  ["partly covered, at least half", ({ drawn, state }) => drawn && state === "partial", () => circle("hollow")],
  ["provisional: may still change", ({ drawn, state }) => drawn && state === "provisional", () => path("hollow", "M9 3 L15 15 L3 15 Z")],
  ["hidden: too few posts or authors", ({ hidden }) => hidden, () => path("cross", "M5 5 L13 13 M13 5 L5 13")],
  ["missing: not collected, never a zero", ({ state, aged }) => state === "missing" && !aged, hatch],
  ["missing: not looked at at this age, never a zero", ({ state, aged }) => state === "missing" && aged, hatch],
];

/** Fills a list with what explains the marks of a view, in the colors that they have there. */
export function legend(list, { buckets, mark }) {
  list.classList.toggle("uncorrected", mark !== null);
  list.replaceChildren(...marks.filter(([, used]) => buckets.some(used)).map(([text, , sign]) =>
    make("li", {}, element("svg", { viewBox: "0 0 18 18", "aria-hidden": "true" }, sign()), text)));
}
