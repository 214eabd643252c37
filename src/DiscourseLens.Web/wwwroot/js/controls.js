// The form above the chart: shows the state, and says when the reader changed it.
import * as communities from "./communities.js";
import { target } from "./words.js";

const form = document.getElementById("controls");
const zoom = document.getElementById("zoom");
const keys = ["measure", "target", "by", "source", "from", "until"];
const whole = {}; // first and last day of the store, shown where the reader set none

/** Fills the choices from what the store has; calls back with the keys that changed. */
export function offer(options, state, changed) {
  for (const choice of form.measure.options) choice.disabled = !options.measures.includes(choice.value);
  fill(form.target, options.targets, target);
  fill(form.by, options.grains, (name) => name);
  fill(form.source, options.sources, (name) => name);
  document.getElementById("source-control").hidden = options.sources.length < 2;
  Object.assign(whole, { from: options.first ?? "", until: options.until ?? "" });
  for (const day of [form.from, form.until]) [day.min, day.max] = [whole.from, whole.until];
  communities.offer(
    options.communities.filter((community) => !state.source || community.source === state.source), state.community,
    (names) => changed({ community: names }));
  form.onsubmit = (event) => event.preventDefault();
  form.onchange = ({ target: field }) => {
    if (field.name === "source") changed({ source: field.value, community: [] });
    else if (keys.includes(field.name) && field.validity.valid) changed({ [field.name]: field.value === whole[field.name] ? "" : field.value });
  };
  zoom.onchange = () => changed({ axis: zoom.checked ? "zoom" : "" });
  show(state);
}

/** Shows a state, for example after a step back. */
export function show(state) {
  for (const key of keys) form[key].value = state[key] || whole[key] || "";
  zoom.checked = state.axis === "zoom";
  document.getElementById("zoom-control").hidden = state.measure === "volume";
  communities.mark(state.community);
}

function fill(select, values, word) {
  select.replaceChildren(...values.map((value) => new Option(word(value), value)));
}
