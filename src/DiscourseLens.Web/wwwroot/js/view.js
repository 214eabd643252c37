// From an answer of the API to all that chart, table and texts show of one series.
import { prepare } from "./buckets.js";
import { scale } from "./scale.js";
import * as words from "./words.js";

/** One view of one series. */
export function view(trend, state, limits) {
  const { measure, by, target } = trend.query;
  const about = words.measure(measure);
  const aged = trend.query.age !== null; // nothing is known of posts that were not looked at at that age
  const buckets = trend.buckets.map((bucket) => ({ ...prepare(bucket), aged }));
  return {
    measure, by, target, buckets, limits, query: trend.query,
    kind: about.kind, name: about.name, unit: about.unit, meaning: about.meaning, headline: trend.headline,
    title: `${about.name} on ${words.target(target)}${trend.query.filter ? `, ${trend.query.filter}` : ""}, by ${by}, in ${where(trend.query)}`,
    mark: trend.buckets.find((bucket) => bucket.mark)?.mark ?? null,
    banded: buckets.some((bucket) => bucket.drawn && bucket.low !== null),
    scale: scale(buckets, about.kind, state.axis === "zoom"),
  };
}

/** Where the posts of a series come from, and whether authors count alike, in words. */
export function where({ communities, classes, source, weight }) {
  const place = source === "all" ? "all sources" : source;
  const kind = classes.length > 0 ? `${classes.join(" and ")} communities` : "all communities";
  const names = communities.length === 0 ? `${kind} of ${place}`
    : communities.length < 4 ? communities.map(words.isolated).join(", ") : `${communities.length} communities`;
  return weight === "author" ? `${names}; one author, one vote` : names;
}
