// The form above the view: shows the state, and says when the reader changed it.
import * as communities from "./communities.js";
import { choices } from "./comparison.js";
import { at } from "./dom.js";
import { isDay, target } from "./words.js";

const form = at("controls");
const zoom = at("zoom");
const keys = ["measure", "compare", "target", "by", "source", "class", "condition", "language", "age", "weight", "from", "until"];
const more = ["source", "class", "condition", "language", "age", "from", "until"]; // of the fold, without the weight, which is never empty
const facets = ["condition", "language", "age"]; // not counted among the posts read, so there is no share of them
const whole = {}; // first and last day of the store, shown where the reader set none

/** Fills the choices from what the store has; calls back with the keys that changed. */
export function offer(options, state, changed) {
  for (const choice of form.measure.options) choice.disabled = !options.measures.includes(choice.value);
  fill(form.target, options.targets, target);
  form.compare.replaceChildren(...choices(options).map(([key, name]) => new Option(name, key)));
  fill(form.by, options.grains, (name) => name);
  fill(form.source, options.sources.length > 1 ? [...options.sources, "all"] : options.sources, (name) => (name === "all" ? "all sources" : name));
  fill(form.class, ["", ...new Set(options.communities.map((community) => community.class))], (name) => name || "any");
  facet(form.condition, options.conditions);
  facet(form.language, options.languages);
  facet(form.age, options.ages);
  form.source.dataset.useful = options.sources.length > 1;
  Object.assign(whole, { from: options.first ?? "", until: options.until ?? "" });
  for (const day of [form.from, form.until]) [day.min, day.max] = [whole.from, whole.until];
  communities.offer(
    options.communities.filter((community) => !state.source || state.source === "all" || community.source === state.source), state.community,
    (names) => changed({ community: names }));
  form.onsubmit = (event) => event.preventDefault();
  form.onchange = ({ target: field }) => {
    if (field.name === "source") changed({ source: field.value, community: [] });
    else if (field.name === "measure" && field.value === "share") changed({ measure: "share", condition: "", language: "", age: "" });
    else if (facets.includes(field.name)) changed({ condition: "", language: "", age: "", [field.name]: field.value }); // one at a time
    else if (keys.includes(field.name) && field.validity.valid) changed({ [field.name]: field.value === whole[field.name] ? "" : field.value });
  };
  zoom.onchange = () => changed({ axis: zoom.checked ? "zoom" : "" });
}

/** Shows a state, with the controls that the view uses. */
export function show(state, view) {
  for (const key of keys) form[key].value = key in whole ? (isDay(state[key]) ? state[key] : whole[key]) : state[key];
  form.measure.value ||= view === "change" ? "sentiment" : "volume";
  zoom.checked = state.axis === "zoom";
  communities.mark(state.community);
  for (const field of document.querySelectorAll("[data-views]")) field.hidden = !field.dataset.views.split(" ").includes(view);
  const hide = (field, when) => (field.hidden ||= when);
  hide(form.target.parentNode, view === "compare" && state.compare === "target");
  hide(at("source-control"), form.source.dataset.useful !== "true");
  for (const name of facets)
    hide(form[name].parentNode, form[name].options.length < 2 || form.measure.value === "share" || (view === "compare" && facets.includes(state.compare)));
  hide(at("zoom-control"), form.measure.value === "volume");
  hide(at("weight-control"), ["volume", "share"].includes(form.measure.value) && view !== "tone");
  at("more").open ||= state.weight === "author" || more.some((key) => state[key]);
  if (view === "explore") at("zoom-place").append(at("zoom-control"));
  else at("more").before(at("zoom-control"));
  form.hidden = [...form.querySelectorAll("[data-views]")].every((field) => field.hidden);
}

function facet(select, choices) {
  select.replaceChildren(new Option("all posts", ""), ...choices.map(({ id, name }) => new Option(name, id)));
}

function fill(select, values, word) {
  select.replaceChildren(...values.map((value) => new Option(word(value), value)));
}
