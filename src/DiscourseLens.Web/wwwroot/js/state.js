// What is shown. It lives in the address, with the keys of the API, so that a link shows what its sender saw.
const defaults = { measure: "volume", by: "month", target: "all", source: "", from: "", until: "", axis: "", community: [] };

/** Reads the state from the address. */
export function read() {
  const query = new URLSearchParams(location.search);
  const state = { ...defaults, community: query.getAll("community").flatMap((names) => names.split(",")).filter(Boolean) };
  for (const key of Object.keys(defaults))
    if (key !== "community" && query.has(key)) state[key] = query.get(key);
  return state;
}

/** The state as a query without what goes without saying. */
export function queryOf(state, withAxis = true) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    if (key === "community") value.forEach((name) => query.append(key, name));
    else if (value && value !== defaults[key] && (withAxis || key !== "axis")) query.set(key, value);
  }
  return query;
}

/** Puts the state into the address as a new step of the history. */
export function push(state) {
  const query = queryOf(state).toString();
  history.pushState(null, "", query ? `?${query}` : location.pathname);
}
