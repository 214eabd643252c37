// From an answer of the API to all that chart, table and texts show of one series.
import { prepare } from "./buckets.js";
import { scale } from "./scale.js";
import * as words from "./words.js";

/** One view of one series. */
export function view(trend, state, limits) {
  const { measure, by, target } = trend.query;
  const about = words.measure(measure);
  const buckets = trend.buckets.map(prepare);
  return {
    measure, by, target, buckets, limits, query: trend.query,
    kind: about.kind, name: about.name, unit: about.unit, meaning: about.meaning, headline: trend.headline,
    title: `${about.name} on ${words.target(target)}, by ${by}, in ${where(trend.query)}`,
    mark: trend.buckets.find((bucket) => bucket.mark)?.mark ?? null,
    banded: buckets.some((bucket) => bucket.drawn && bucket.low !== null),
    scale: scale(buckets, about.kind, state.axis === "zoom"),
  };
}

/** Where the posts of a series come from, in words. */
export function where({ communities, source }) {
  return communities.length === 0 ? `all communities of ${source}`
    : communities.length < 4 ? communities.join(", ") : `${communities.length} communities`;
}
