// From an answer of the API to all that chart, table and texts show.
import { prepare } from "./buckets.js";
import { scale } from "./scale.js";
import * as words from "./words.js";

/** One view of one series. */
export function view(trend, state, limits) {
  const { measure, by, target, communities, source } = trend.query;
  const about = words.measure(measure);
  const buckets = trend.buckets.map(prepare);
  const where = communities.length === 0 ? `all communities of ${source}`
    : communities.length < 4 ? communities.join(", ") : `${communities.length} communities`;
  return {
    measure, by, target, buckets, limits, query: trend.query,
    kind: about.kind, name: about.name, unit: about.unit, meaning: about.meaning, headline: trend.headline,
    title: `${about.name} on ${words.target(target)}, by ${by}, in ${where}`,
    mark: trend.buckets.find((bucket) => bucket.mark)?.mark ?? null,
    banded: buckets.some((bucket) => bucket.drawn && bucket.low !== null),
    scale: scale(buckets, about.kind, state.axis === "zoom"),
  };
}
