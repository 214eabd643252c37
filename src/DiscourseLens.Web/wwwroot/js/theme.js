// Colors come from the style sheet, so that light, dark and print are decided in one place.
const names = ["ink", "muted", "line", "edge", "surface", "accent", "faint", "band", "bar", "coverage", "empty", "warn", "warm", "warmband", "ground", "event"];

/** The colors in force now. */
export function colors() {
  const style = getComputedStyle(document.documentElement);
  const found = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  return { ...found, hatch: hatch(found), font: getComputedStyle(document.body).fontFamily };
}

/** Calls back when the reader changes the color scheme, and around printing, which is always light. */
export function watch(changed) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  for (const [event, on] of [["beforeprint", true], ["afterprint", false]]) {
    addEventListener(event, () => {
      document.documentElement.classList.toggle("printing", on);
      changed();
    });
  }
}

function hatch(found) {
  const tile = document.createElement("canvas");
  [tile.width, tile.height] = [8, 8];
  const pen = tile.getContext("2d");
  pen.fillStyle = found.empty;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = found.muted;
  pen.globalAlpha = 0.55;
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
  }
  pen.stroke();
  return { image: tile, repeat: "repeat" };
}
