// The choice of communities: a list of boxes with a search. Names are collected text and only ever become text.
const list = document.getElementById("community-list");
const picker = document.getElementById("communities");
const search = document.getElementById("community-search");
const summary = document.getElementById("community-summary");

/** Fills the list with the communities of a source; calls back with the chosen names. */
export function offer(communities, chosen, changed) {
  list.replaceChildren(...communities.map((community) => item(community)));
  mark(chosen);
  list.onchange = () => changed(checked());
  search.oninput = filter;
  document.getElementById("community-clear").onclick = () => {
    mark([]);
    changed([]);
  };
  picker.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    picker.open = false;
    picker.querySelector("summary").focus();
  };
  document.addEventListener("pointerdown", (event) => picker.contains(event.target) || (picker.open = false));
}

/** Shows which are chosen. */
export function mark(chosen) {
  const wanted = new Set(chosen.map((name) => name.toLowerCase()));
  for (const box of boxes()) box.checked = wanted.has(box.value.toLowerCase());
  summary.textContent = chosen.length === 0 ? "all" : chosen.length === 1 ? chosen[0] : `${chosen.length} chosen`;
}

const boxes = () => [...list.querySelectorAll("input")];
const checked = () => boxes().filter((box) => box.checked).map((box) => box.value);

function item({ name, class: kind, posts }) {
  const [line, label, box, what] = ["li", "label", "input", "span"].map((tag) => document.createElement(tag));
  box.type = "checkbox";
  box.value = name;
  what.className = "picker-class";
  what.textContent = `${kind}, ${posts.toLocaleString("en")} posts`;
  const shown = document.createElement("span");
  shown.className = "picker-name";
  shown.textContent = name;
  label.append(box, shown, what);
  line.append(label);
  return line;
}

function filter() {
  const wanted = search.value.trim().toLowerCase();
  let found = 0;
  for (const line of list.children) {
    line.hidden = !line.querySelector(".picker-name").textContent.toLowerCase().includes(wanted);
    found += line.hidden ? 0 : 1;
  }
  document.getElementById("community-none").hidden = found > 0;
}
