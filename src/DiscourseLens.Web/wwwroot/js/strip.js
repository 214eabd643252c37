// A strip of equal parts, some of them filled: under a chart it stands beneath the chart's own buckets.
const space = "http://www.w3.org/2000/svg";

/** The strip; its words stand beside it, so it is hidden from screen readers. */
export function strip(filled) {
  const picture = element("svg", { class: "strip", viewBox: `0 0 ${filled.length} 1`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const air = filled.length > 90 ? 0 : 0.06;
  filled.forEach((on, i) => on && picture.append(element("rect", { x: i + air, y: 0, width: 1 - 2 * air, height: 1 })));
  return picture;
}

/** An element of a drawing. */
export function element(name, attributes, ...children) {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
