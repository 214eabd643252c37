// Values with their intervals, one a row, over one scale: a point and a bar for each, and where nothing can be told apart.
import { make } from "./dom.js";
import { element } from "./strip.js";

/** Rows of name, picture and words. A row has name, value, low, high and text; bars grow from zero, points do not. */
export function forest(rows, { zero = false, bars = false, blind = 0 } = {}) {
  const known = rows.flatMap(({ value, low, high }) => [value, low, high]).filter((each) => each !== null);
  const ends = [...known, ...(zero ? [0] : []), ...(blind ? [-blind, blind] : [])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = (most - least || 1) * 0.06;
  const place = (value) => 100 * (value - least + room) / (most - least + 2 * room);
  return make("div", { className: "forest" }, ...rows.map((row) => make("div", { className: "forest-row" },
    make("span", { className: "forest-name" }, row.name),
    picture(row, place, { zero, bars, blind }),
    make("span", { className: "forest-value" }, row.text))));
}

function picture({ value, low, high }, place, { zero, bars, blind }) {
  const made = element("svg", { class: "forest-picture", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" });
  const line = (name, from, until) => made.append(element("path", { class: name, d: `M${from} 5 H${until}`, "vector-effect": "non-scaling-stroke" }));
  if (blind) made.append(element("rect", { class: "blind", x: place(-blind), width: place(blind) - place(-blind), y: 0, height: 10 }));
  if (zero) made.append(element("path", { class: "zero", d: `M${place(0)} 0 V10`, "vector-effect": "non-scaling-stroke" }));
  if (value === null) return made;
  if (bars) made.append(element("rect", { class: "bar", x: Math.min(place(0), place(value)), width: Math.abs(place(value) - place(0)), y: 1.5, height: 7 }));
  if (low !== null) line("whisker", place(low), place(high));
  if (!bars) line("dot", place(value), place(value) + 0.001);
  return made;
}
