// Sentiment is not stance. Where both are known the page counts how often they point in opposite directions.
import { prepare } from "./buckets.js";

/** A sentence on where tone and stance disagree; empty where there is nothing to compare. */
export function sentence(one, other, by) {
  const [tone, stance] = (one.query.measure === "sentiment" ? [one, other] : [other, one]).map((trend) => trend.buckets.map(prepare));
  const pairs = tone.flatMap((bucket, i) => (clear(bucket) && stance[i]?.drawn ? [[bucket.value, stance[i].value]] : []));
  if (pairs.length === 0) return "";
  const apart = pairs.filter(([sentiment, net]) => sentiment * net < 0).length;
  return `Tone and stance disagree in ${apart} of ${pairs.length} ${by}s whose sentiment is clearly above or below zero: `
    + "there the words lean one way and the model's favor minus against the other (the stance side is uncorrected: not for publication).";
}

// An interval that holds zero says neither above nor below.
const clear = (bucket) => bucket.drawn && bucket.low !== null && bucket.low * bucket.high > 0;
