// The methods in plain words: pairs of term and meaning, by heading. Numbers of the store come in from outside.
import { measure } from "./words.js";

const said = (id) => [measure(id).name, measure(id).meaning];

/** Sections of the methods: heading and definitions. */
export const sections = ({ limits: { provisionalDays, suppression: { minPosts, minAuthors } } }) => [
  ["What is measured", [
    said("volume"), said("share"), said("sentiment"),
    ["Stance: in favor, against, neutral", measure("favor").meaning],
    ["Favor minus against", "The share in favor less the share against, in points. Zero means as many of the one as of the other."],
  ]],
  ["Tone is not stance", [
    ["Tone", "How the words feel. It is counted from a list of words with a value each, from −1, very unpleasant, to +1. People who were helped write about illness and pain, so their tone is often low."],
    ["Stance", "What a post argues about therapy with psychedelics. A model reads it. As an indicator of stance, tone is no better than a coin; the two are never merged."],
  ]],
  ["How sure a number is", [
    ["95 % interval", "The band around a line. It allows for who happened to write: posts of one author are not taken as independent, so one busy person does not make a number look sure. It knows nothing of people who do not post."],
    ["No detectable change", "The interval of the difference holds zero. It does not mean that nothing changed: the sentence tells how large a change would have had to be to be seen."],
    ["Uncorrected", "A model's share counts its mistakes. Until people have coded a sample, nobody knows how many there are; the share is drawn faint, has no interval, and may not be published."],
  ]],
  ["What a bucket's state means", [
    ["Observed", "Its days were collected in full, and long enough ago."],
    ["Partial", "Some of its days or communities are missing. The strip under the chart tells how many; below half, nothing is drawn."],
    ["Provisional", `Some day of it was last looked at less than ${provisionalDays} days after its end. Late posts and removals may still change it.`],
    ["Zero", "It was collected, and nobody wrote about the topic."],
    ["Missing", "Nothing was collected. This is a gap and never a zero."],
    ["Hidden", `Fewer than ${minPosts} posts or ${minAuthors} authors, or such a cell could be had from it by subtraction: it is not shown, so that nobody can be recognised.`],
  ]],
  ["What the numbers cannot say", [
    ["Not public opinion", "People who post are not a sample of anybody. Communities about a substance favor it."],
    ["Not medical evidence", "Nothing here says whether a treatment works."],
    ["Not a cause", "A change after an event is a change after it. Other things happened in those weeks as well."],
    ["Never a person", "Texts are measured. Nobody's stance is shown, searched or kept under a name."],
  ]],
];
