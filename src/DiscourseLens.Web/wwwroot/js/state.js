// What is shown. It lives in the address, with the keys of the API, so that a link shows what its sender saw.
const series = { measure: "", by: "month", target: "all", source: "", from: "", until: "", community: [] };
const defaults = { view: "explore", ...series, compare: "target", axis: "", a: "", b: "", event: "" };

/** Reads the state from the address. */
export function read() {
  const query = new URLSearchParams(location.search);
  const state = { ...defaults, community: query.getAll("community").flatMap((names) => names.split(",")).filter(Boolean) };
  for (const key of Object.keys(defaults))
    if (key !== "community" && query.has(key)) state[key] = query.get(key);
  return state;
}

/** The keys that name a series, as the API takes them, without what goes without saying. */
export const seriesQuery = (state, without = []) =>
  queryOf(state, Object.keys(series).filter((key) => !without.includes(key)));

/** The whole state as an address on this page. */
export function addressOf(state) {
  const query = queryOf(state, Object.keys(defaults)).toString();
  return query ? `?${query}` : location.pathname;
}

/** Puts the state into the address as a new step of the history. */
export const push = (state) => history.pushState(null, "", addressOf(state));

function queryOf(state, keys) {
  const query = new URLSearchParams();
  for (const key of keys) {
    if (key === "community") state.community.forEach((name) => query.append(key, name));
    else if (state[key] && state[key] !== defaults[key]) query.set(key, state[key]);
  }
  return query;
}
