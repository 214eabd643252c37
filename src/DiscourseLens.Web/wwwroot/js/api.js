// The one place that talks to the server.

/** A problem that the server explained in a sentence. */
export class Problem extends Error {}

/** What the store can be asked. */
export const options = () => get("api/options");

/** One series. A signal gives up an answer that is no longer wanted. */
export const trend = (query, signal) => get(`api/trend?${query}`, signal);

/** Dated events of the field. */
export const events = (query, signal) => get(`api/events?${query}`, signal);

/** Two intervals compared, or a series around an event. */
export const change = (query, signal) => get(`api/change?${query}`, signal);

async function get(path, signal) {
  const answer = await fetch(path, { signal, headers: { accept: "application/json" } });
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw new Problem(problem.detail ?? `The server answered ${answer.status}; load the page again.`);
}
