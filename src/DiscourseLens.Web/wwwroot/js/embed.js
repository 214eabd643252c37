// The chart alone, for pages of others: one series with its sentence, mark and notice, and a way to the whole page.
import * as api from "./api.js";
import { at, unbroken } from "./dom.js";
import { figure } from "./figure.js";
import { legend } from "./legend.js";
import { addressOf, placed, read, seriesQuery } from "./state.js";
import { view as viewOf } from "./view.js";

async function start() {
  try {
    const options = await api.options();
    const state = placed(read(), options);
    const trend = await api.trend(seriesQuery(state));
    at("notice").textContent = options.notice ?? "";
    at("notice").hidden = !options.notice;
    const view = viewOf(trend, state, options.limits.suppression);
    at("headline").replaceChildren(...unbroken(view.headline));
    at("chart-title").textContent = view.title;
    at("chart-unit").textContent = view.unit + (view.banded ? "; band: 95 % interval" : "");
    at("whole").href = new URL(addressOf({ ...state, view: "explore" }), new URL("./", location.href)).href;
    document.title = `${view.name} – DiscourseLens`;
    legend(at("legend"), view);
    figure(at("chart"), at("readout"))(view);
  } catch (problem) {
    at("trouble").textContent = problem instanceof api.Problem ? problem.message : "The chart could not be shown.";
    at("trouble").hidden = false;
    at("headline").textContent = "No answer to this question";
    if (!(problem instanceof api.Problem)) console.error(problem);
  }
  document.body.dataset.shown = location.search || "default";
}

start();
