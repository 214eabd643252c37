/** A problem that the server explained in a sentence. */
export class Problem extends Error {}

/** Reads JSON, or throws what the server says is wrong. */
export async function get(path) {
  const answer = await fetch(path, { headers: { accept: "application/json" } });
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw new Problem(problem.detail ?? `The server answered ${answer.status}; load the page again.`);
}
