/* the matrix */
function drawMatrix(items) {
  const columns = data.columns.map((_, index) => index).filter((index) =>
    kindWanted(index) && items.some((item) => item.cells.has(index) && statusWanted(item.cells.get(index).status)));
  const table = byId("matrix");
  table.replaceChildren();
  if (!columns.length) return;
  const head = make("thead");
  add(table, add(head, kindRow(columns), nameRow(columns)));
  const body = make("tbody");
  for (const item of items) body.appendChild(matrixRow(item, columns));
  add(table, body);
}

function kindRow(columns) {
  const line = make("tr", "kinds");
  const corner = make("th", "corner", "申报单位");
  corner.rowSpan = 2;
  line.appendChild(corner);
  let last = null;
  for (const index of columns) {
    const kind = data.columns[index].kind;
    if (last && last.dataset.kind === kind) {
      last.colSpan += 1;
      if (last.colSpan * 25 > data.kinds[kind].length * 13 + 10) last.className = "";
    } else {
      last = add(make("th", "narrow"), make("span", "", data.kinds[kind]));
      last.dataset.kind = kind;
      last.title = data.kinds[kind];
      last.scope = "colgroup";
      line.appendChild(last);
    }
  }
  return line;
}

function nameRow(columns) {
  const line = make("tr", "names");
  for (const index of columns) {
    const column = data.columns[index];
    const cell = make("th");
    cell.scope = "col";
    const name = make("span", "", column.name);
    name.dataset.column = index;
    line.appendChild(add(cell, name));
  }
  return line;
}

function matrixRow(item, columns) {
  const row = item.row;
  const line = make("tr");
  const head = make("th");
  head.scope = "row";
  const link = make("a");
  link.href = "#" + row.id;
  add(link, make("b", "", row.applicant), make("span", "verdict " + row.verdict, data.verdicts[row.verdict]));
  link.title = row.applicant + "　" + row.direction;
  add(line, add(head, link));
  let kind = null;
  for (const index of columns) {
    const cell = make("td", data.columns[index].kind === kind ? "" : "first");
    kind = data.columns[index].kind;
    const finding = item.cells.get(index);
    const mark = make("i", "cell " + (finding ? finding.status : "none"), finding ? data.marks[finding.status] : "");
    if (finding) {
      mark.dataset.row = row.id;
      mark.dataset.column = index;
      mark.setAttribute("aria-label", data.statuses[finding.status]);
      if (finding.decision) {
        mark.classList.add("decided");
        mark.setAttribute("aria-label", data.statuses[finding.status] + "，人工认定为" + data.statuses[finding.final]);
      }
      if (!statusWanted(finding.status)) mark.classList.add("dim");
    }
    line.appendChild(add(cell, mark));
  }
  return line;
}
