// The operators' page: every source with its places, then the calendar.
import { get, Problem } from "./runs-api.js";
import { start } from "./calendar.js";
import * as words from "./runs-words.js";
import { card } from "./runs-source.js";

const at = (id) => document.getElementById(id);

async function show() {
  try {
    const runs = await get("api/runs");
    at("sources").replaceChildren(...runs.sources.map(card));
    at("headline").textContent = words.headline(runs.sources);
    await start();
    document.body.dataset.shown = "runs";
  } catch (problem) {
    at("trouble").textContent = problem instanceof Problem ? problem.message : "The page could not show this; load it again.";
    at("trouble").hidden = false;
    if (!(problem instanceof Problem)) console.error(problem);
  }
}

show();
