// Sentiment is not stance: in which of four cells a bucket lies, by its tone and by the model's stance.

/** The four cells, those that disagree first, and what lies in none. */
export const cells = [
  { id: "unpleasant-favor", name: "Unpleasant words, yet the model reads more in favor than against", apart: true },
  { id: "pleasant-against", name: "Pleasant words, yet the model reads more against than in favor", apart: true },
  { id: "pleasant-favor", name: "Pleasant words, more in favor", apart: false },
  { id: "unpleasant-against", name: "Unpleasant words, more against", apart: false },
  { id: "unclear", name: "Tone not clearly above or below zero", apart: null },
];

/** The cell of a bucket; null where either side is not known. An interval that holds zero says neither above nor below. */
export function cellOf(tone, net) {
  if (!tone?.drawn || !net?.drawn || tone.low === null) return null;
  if (tone.low <= 0 && tone.high >= 0) return "unclear";
  if (net.value === 0) return "unclear";
  return `${tone.value > 0 ? "pleasant" : "unpleasant"}-${net.value > 0 ? "favor" : "against"}`;
}

const mark = "stance by a model, uncorrected: not for publication";

/** How often tone and stance disagree, in one sentence. */
export function sentence(found, by) {
  const clear = found.filter((cell) => cell && cell !== "unclear");
  const apart = clear.filter((cell) => cells.find(({ id }) => id === cell).apart);
  const times = (n) => `${n} ${n === 1 ? by : `${by}s`}`;
  if (clear.length === 0) return `In no ${by} is the tone clear enough to set it against the model's stance.`;
  if (apart.length === 0) return `Tone and stance point the same way in all ${times(clear.length)} whose tone is clear (${mark}).`;
  const one = new Set(apart).size === 1 ? { "unpleasant-favor": "the words are unpleasant while the model reads more posts in favor than against",
    "pleasant-against": "the words are pleasant while the model reads more posts against than in favor" }[apart[0]] : "words and the model's stance point in opposite directions";
  return `In ${apart.length} of ${times(clear.length)} with a clear tone, ${one} (${mark}).`;
}
