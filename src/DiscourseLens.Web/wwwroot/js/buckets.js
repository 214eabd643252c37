// From the API's buckets to what may be drawn of them.
const leastDrawn = 0.5;

/** The bucket with what follows from it: hidden (too small to show) and drawn (has a point in the chart). */
export function prepare(bucket) {
  const hidden = typeof bucket.n === "string" || typeof bucket.authors === "string";
  const thin = bucket.state === "partial" && bucket.coverage < leastDrawn;
  return { ...bucket, hidden, thin, drawn: bucket.value !== null && bucket.state !== "missing" && !thin };
}

/** Indexes of neighbouring drawn buckets, run by run: what lies between two runs is a gap. */
export function runs(buckets) {
  const found = [];
  buckets.forEach((bucket, i) => {
    if (!bucket.drawn) return;
    if (i > 0 && buckets[i - 1].drawn) found.at(-1).push(i);
    else found.push([i]);
  });
  return found;
}

/** A count as a height: one below the limit stands as high as the limit; one that is not told at all has no height. */
export const height = (count) => (count === "hidden" ? 0 : typeof count === "string" ? Number(count.slice(1)) : count);
