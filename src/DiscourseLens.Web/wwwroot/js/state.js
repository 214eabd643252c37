// What is shown. It lives in the address, with the keys of the API, so that a link shows what its sender saw.
import { parse, print } from "./names.js";

const series = { measure: "", by: "month", target: "all", source: "", class: "", community: [], condition: "", language: "", age: "", weight: "post", from: "", until: "" };
const defaults = { view: "explore", ...series, compare: "target", axis: "", a: "", b: "", event: "" };

/** Reads the state from the address. */
export function read() {
  const query = new URLSearchParams(location.search);
  const state = { ...defaults, community: query.getAll("community").flatMap(parse) };
  for (const key of Object.keys(defaults))
    if (key !== "community" && query.has(key)) state[key] = query.get(key);
  return state;
}

/** The state of a store: where there are several sources, one is shown until the reader asks for others. */
export const placed = (state, { sources }) => (state.source || sources.length < 2 ? state : { ...state, source: sources[0] });

/** The keys that name a series, as the API takes them, without what goes without saying. Posts that are counted have no votes. */
export function seriesQuery(state, without = []) {
  const counts = ["", "volume", "share"].includes(state.measure);
  return queryOf(state, Object.keys(series).filter((key) => !without.includes(key) && !(key === "weight" && counts)));
}

/** The whole state as an address on this page. */
export function addressOf(state) {
  const query = queryOf(state, Object.keys(defaults)).toString();
  return query ? `?${query}` : "./";
}

/** Puts the state into the address as a new step of the history. */
export const push = (state) => history.pushState(null, "", addressOf(state));

function queryOf(state, keys) {
  const query = new URLSearchParams();
  for (const key of keys) {
    if (key === "community") state.community.forEach((name) => query.append(key, print(name)));
    else if (state[key] && state[key] !== defaults[key]) query.set(key, state[key]);
  }
  return query;
}
