/* filters */
function chips(id, names, chosen) {
  const box = byId(id);
  for (const [key, name] of names) {
    const button = make("button", "", name);
    button.type = "button";
    button.dataset.key = key;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      if (!chosen.delete(key)) chosen.add(key);
      button.setAttribute("aria-pressed", String(chosen.has(key)));
      draw();
    });
    box.appendChild(button);
  }
}

function directions() {
  const select = byId("direction");
  const names = new Map();
  for (const row of data.rows) if (row.direction_number !== undefined) names.set(row.direction_number, row.direction);
  select.appendChild(new Option("全部方向", ""));
  for (const [number, name] of [...names].sort((a, b) => a[0] - b[0])) select.appendChild(new Option(name, number));
  select.addEventListener("change", () => { state.direction = select.value; draw(); });
}

function problems() {
  for (const status of statuses) {
    if (GAPS.includes(status)) state.statuses.add(status); else state.statuses.delete(status);
  }
  for (const button of byId("statuses").children) {
    button.setAttribute("aria-pressed", String(state.statuses.has(button.dataset.key)));
  }
  draw();
}

function reset() {
  for (const chosen of [state.verdicts, state.statuses, state.kinds]) chosen.clear();
  for (const button of document.querySelectorAll(".chips button")) button.setAttribute("aria-pressed", "false");
  byId("words").value = byId("direction").value = state.words = state.direction = "";
  draw();
}

function draw() {
  const items = found.filter(rowWanted);
  drawMatrix(items);
  drawDetails(items);
  byId("count").textContent = "显示 " + items.length + " / " + found.length + " 份";
}

/* the tooltip */
function tip(event) {
  const node = event.target.closest("[data-column]");
  const box = byId("tip");
  if (!node) { box.hidden = true; return; }
  const column = data.columns[node.dataset.column];
  const item = node.dataset.row && found.find((each) => each.row.id === node.dataset.row);
  const finding = item && item.cells.get(Number(node.dataset.column));
  const head = data.kinds[column.kind] + "　" + column.name;
  const words = finding ? data.statuses[finding.status] + "　" + finding.explanation
    : (column.required ? "“" + column.required.words + "”" : "");
  box.replaceChildren(make("b", "", head), document.createTextNode(words));
  box.hidden = false;
  const place = node.getBoundingClientRect();
  box.style.left = Math.max(8, Math.min(place.left, window.innerWidth - box.offsetWidth - 12)) + "px";
  const below = place.bottom + 8;
  box.style.top = (below + box.offsetHeight < window.innerHeight ? below : place.top - box.offsetHeight - 8) + "px";
}

chips("verdicts", Object.entries(data.verdicts), state.verdicts);
chips("statuses", Object.entries(data.statuses), state.statuses);
const used = new Set(data.columns.map((column) => column.kind));
chips("kinds", Object.entries(data.kinds).filter(([key]) => used.has(key)), state.kinds);
directions();
byId("problems").addEventListener("click", problems);
byId("reset").addEventListener("click", reset);
let typing = 0;
byId("words").addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => { state.words = event.target.value.trim().toLowerCase(); draw(); }, 150);
});
byId("matrix").addEventListener("mouseover", tip);
byId("matrix").addEventListener("mouseleave", () => { byId("tip").hidden = true; });
byId("matrix").addEventListener("click", (event) => {
  const mark = event.target.closest("i[data-row]");
  const link = event.target.closest("a[href^='#']");
  if (mark) show(mark.dataset.row, mark.dataset.column);
  if (link) { event.preventDefault(); show(link.hash.slice(1)); }
});
const PAPER = 1010; /* CSS pixels between the margins of A4 across */
window.addEventListener("beforeprint", () => {
  byId("matrix").style.zoom = Math.min(1, PAPER / byId("matrix").offsetWidth);
});
window.addEventListener("afterprint", () => { byId("matrix").style.zoom = ""; });
document.querySelector(".live").hidden = false;
draw();
if (location.hash.startsWith("#s-")) show(location.hash.slice(1));
