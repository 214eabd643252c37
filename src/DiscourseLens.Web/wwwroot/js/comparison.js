// Several series that differ in one thing, and the one they are parts of.
import * as api from "./api.js";
import { seriesQuery } from "./state.js";
import { headed, target } from "./words.js";

const most = 24;
const ways = {
  target: { name: "by target", key: "target", word: (id) => headed(target(id)), of: (options) => options.targets.filter((id) => id !== "all") },
  community: { name: "by community", key: "community", word: (name) => name, of: (options, state) => communities(options, state) },
};

/** The ways in which series can be set side by side, as pairs of key and name. */
export const choices = () => Object.entries(ways).map(([key, { name }]) => [key, name]);

/** The series, each with its value and name; what they have in common; and how many more there are. */
export async function ask(state, options, signal) {
  const { key, word, of, name } = ways[state.compare] ?? ways.target;
  const values = of(options, state);
  const common = seriesQuery(state, [key]);
  const one = async (value) => {
    const query = new URLSearchParams(common);
    query.set(key, value);
    return { value, name: word(value), trend: await api.trend(query, signal) };
  };
  const [whole, ...series] = await Promise.all([api.trend(common, signal), ...values.slice(0, most).map(one)]);
  return { name, whole, series, wholeName: key === "target" ? target("all") : "all communities", more: Math.max(0, values.length - most) };
}

// Those that were chosen; without a choice the largest.
function communities(options, state) {
  const names = options.communities.filter((community) => !state.source || community.source === state.source).map((community) => community.name);
  return state.community.length > 0 ? state.community : names;
}
