// The answer on a change for somebody in a hurry: did it change, how sure is that, and what could not have been seen.
import { value } from "./words.js";

export const levels = { volume: "rate", share: "share", sentiment: "score" };
const sizes = { volume: "rate", share: "points", sentiment: "score" };

/** A difference of two levels, for people. */
export const size = (number, measure, plus = true) => {
  const told = value(Math.abs(number), sizes[measure]).replace(/^\+/, "");
  const none = !/[1-9]/.test(told); // as printed
  return !plus || none ? told : `${number > 0 ? "+" : "−"}${told}`;
};

/** Short answer and reasons, from the interval of the difference alone. */
export function verdict({ a, b, difference, query }) {
  if ([a, b].some((side) => side.n === "hidden")) return ["It is not shown.", "What a small group said could be had from one of the two intervals by subtraction."];
  if (!difference || difference.low === null) return ["It cannot be told.", "Too little stands behind one of the two intervals to test a change."];
  const { value: moved, low, high, detectable } = difference;
  const [from, until] = [low, high].map((end) => size(end, query.measure));
  if (low > 0 || high < 0) {
    return [`Yes, it ${moved > 0 ? "rose" : "fell"} by ${size(moved, query.measure, false)}${query.measure === "sentiment" ? ", on a scale from −1 to +1" : ""}.`,
      `The 95 % interval of the difference runs from ${from} to ${until} and leaves zero out: it is hardly chance in who happened to write. What caused it, the numbers do not say.`];
  }
  return ["No change can be detected.",
    `The 95 % interval of the difference runs from ${from} to ${until}. It holds zero, so a rise, a fall and no change at all remain possible.${detectable === null ? "" : ` A change under ${size(detectable, query.measure, false)} could not have been seen with so many authors.`}`];
}
