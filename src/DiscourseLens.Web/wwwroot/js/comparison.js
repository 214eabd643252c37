// Several series that differ in one thing, and the one they are parts of.
import * as api from "./api.js";
import { seriesQuery } from "./state.js";
import { headed, isolated, target } from "./words.js";

const filter = (value, query) => headed(query?.filter ?? value);

const ways = {
  target: { name: "by target", whole: target("all"), word: (id) => headed(target(id)), without: ["target"] },
  community: { name: "by community", whole: "all of them together", word: (name) => name, without: [] },
  class: { name: "by class of community", whole: "all classes", word: headed, without: ["class"] },
  condition: { name: "by condition named", whole: "all posts", word: filter, without: ["condition", "language", "age"] },
  language: { name: "by language", whole: "all posts", word: filter, without: ["condition", "language", "age"] },
  source: { name: "by source", whole: "all sources", word: (name) => name, without: ["source"] },
};

/** The ways in which the series of a store can be set side by side, as pairs of key and name. */
export const choices = ({ sources, conditions, languages }) => Object.entries(ways)
  .filter(([key]) => ({ source: sources.length > 1, condition: conditions.length > 0, language: languages.length > 0 })[key] ?? true)
  .map(([key, { name }]) => [key, name]);

/** The compared series, each with its name; the one of them all; and what the server says of the comparison. */
export async function ask(state, signal) {
  const key = Object.hasOwn(ways, state.compare) ? state.compare : "target";
  const { name, whole, word, without } = ways[key];
  const together = seriesQuery(state, without);
  if (key === "source") together.set("source", "all");
  const apart = new URLSearchParams(together);
  apart.set("compare", key);
  const [one, { series, left_out, note }] = await Promise.all([api.trend(together, signal), api.trend(apart, signal)]);
  return { name, wholeName: whole, whole: one, series: series.map((trend) => ({ name: word(trend.value, trend.query), trend })), leftOut: left_out.map((value) => isolated(word(value))), note };
}
