// What the numbers mean and what they cannot say, in plain words, and what this study holds.
import { sections } from "../definitions.js";
import { at, make } from "../dom.js";
import { count, isolated } from "../words.js";

/** Shows the methods. */
export async function show({ options, tell }) {
  tell({ headline: "What the numbers mean, and what they cannot say", title: "Methods" });
  at("methods").replaceChildren(...sections(options).map(([heading, terms]) => section(heading, definitions(terms))), study(options),
    section("To read on", make("p", {},
      "Every formula, with its source and its known faults, stands in docs/methods.md beside the program; how posts are chosen in docs/relevance.md, what the stance labels mean in docs/codebook.md. ",
      make("a", { href: "api/options" }, "What the store can be asked"), " and every number are also there for programs, and ",
      make("a", { href: "runs" }, "what was collected when"), " and ", make("a", { href: "frozen" }, "series frozen for citing"), " have pages of their own.")));
}

const section = (heading, ...content) => make("section", { className: "method" }, make("h2", {}, heading), ...content);
const definitions = (terms) => make("dl", {}, ...terms.flatMap(([term, meaning]) => [make("dt", {}, term), make("dd", {}, meaning)]));

function study(options) {
  const classes = Map.groupBy(options.communities, (community) => community.class);
  const lists = [...classes].map(([name, communities]) => [`Communities: ${name}`, communities.map((each) => `${isolated(each.name)} (${count(each.posts)})`).join(", ")]);
  const range = options.first ? [["Days", `${options.first} until ${options.until}, the last not included`]] : [];
  return section("What this study holds", definitions([
    ...(options.study ? [["Study", options.study]] : []), ...range, ["Sources", options.sources.map(isolated).join(", ") || "none"], ...lists,
    ["In parentheses", "relevant posts: those that the program takes to be about therapy with psychedelics."],
  ]));
}
