// The form above the view: shows the state, and says when the reader changed it.
import * as communities from "./communities.js";
import { choices } from "./comparison.js";
import { at } from "./dom.js";
import { target } from "./words.js";

const form = at("controls");
const zoom = at("zoom");
const keys = ["measure", "compare", "target", "by", "source", "from", "until"];
const whole = {}; // first and last day of the store, shown where the reader set none

/** Fills the choices from what the store has; calls back with the keys that changed. */
export function offer(options, state, changed) {
  for (const choice of form.measure.options) choice.disabled = !options.measures.includes(choice.value);
  fill(form.target, options.targets, target);
  form.compare.replaceChildren(...choices().map(([key, name]) => new Option(name, key)));
  fill(form.by, options.grains, (name) => name);
  fill(form.source, options.sources, (name) => name);
  form.source.dataset.useful = options.sources.length > 1;
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
}

/** Shows a state, with the controls that the view uses. */
export function show(state, view) {
  for (const key of keys) form[key].value = state[key] || whole[key] || "";
  form.measure.value ||= view === "change" ? "sentiment" : "volume";
  zoom.checked = state.axis === "zoom";
  communities.mark(state.community);
  for (const field of form.querySelectorAll("[data-views]")) field.hidden = !field.dataset.views.split(" ").includes(view);
  if (view === "compare" && state.compare === "target") form.target.parentNode.hidden = true;
  if (form.source.dataset.useful !== "true") at("source-control").hidden = true;
  if (form.measure.value === "volume") at("zoom-control").hidden = true;
  const place = view === "explore" ? at("zoom-place") : form;
  if (at("zoom-control").parentNode !== place) place.append(at("zoom-control"));
  at("zoom-control").hidden ||= !at("zoom-control").dataset.views.split(" ").includes(view);
  form.hidden = [...form.querySelectorAll("[data-views]")].every((field) => field.hidden);
}

function fill(select, values, word) {
  select.replaceChildren(...values.map((value) => new Option(word(value), value)));
}
