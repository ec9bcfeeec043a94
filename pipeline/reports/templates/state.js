const data = JSON.parse(document.getElementById("data").textContent);
const GAPS = ["missing", "insufficient", "invalid"];
const statuses = Object.keys(data.statuses);
const rank = new Map(statuses.map((name, index) => [name, index]));
const byId = (id) => document.getElementById(id);
const state = { words: "", direction: "", verdicts: new Set(), statuses: new Set(), kinds: new Set() };

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function add(parent, ...children) {
  for (const child of children) if (child) parent.appendChild(child);
  return parent;
}

function badge(status, text) {
  const node = make("span", "badge " + status);
  return add(node, make("i", "", data.marks[status]), document.createTextNode(text || data.statuses[status]));
}

function searchText(row) {
  const parts = [row.applicant, row.project, row.direction, row.file];
  for (const line of row.lines) parts.push(data.columns[line.column].name, line.explanation);
  return parts.join("\n").toLowerCase();
}

const found = data.rows.map((row) => {
  const cells = new Map();
  for (const line of row.lines) {
    const before = cells.get(line.column);
    if (!before || rank.get(line.status) < rank.get(before.status)) cells.set(line.column, line);
  }
  return { row, cells, words: null };
});

const kindWanted = (column) => !state.kinds.size || state.kinds.has(data.columns[column].kind);
const statusWanted = (status) => !state.statuses.size || state.statuses.has(status);
const lineWanted = (line) => kindWanted(line.column) && statusWanted(line.status);

function rowWanted(item) {
  const row = item.row;
  if (state.verdicts.size && !state.verdicts.has(row.verdict)) return false;
  if (state.direction && String(row.direction_number) !== state.direction) return false;
  if (state.words) {
    item.words = item.words || searchText(row);
    if (!state.words.split(/\s+/).every((word) => item.words.includes(word))) return false;
  }
  if (!state.kinds.size && !state.statuses.size) return true;
  return row.lines.some(lineWanted);
}
