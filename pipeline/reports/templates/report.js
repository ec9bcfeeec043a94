"use strict";
(function () {
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
        if (!statusWanted(finding.status)) mark.classList.add("dim");
      }
      line.appendChild(add(cell, mark));
    }
    return line;
  }

  /* one application */
  function drawDetails(items) {
    const box = byId("details");
    const open = new Set(Array.from(box.querySelectorAll("details[open][id]"), (node) => node.id));
    box.replaceChildren();
    for (const item of items) {
      const node = detail(item.row);
      box.appendChild(node);
      if (open.has(item.row.id)) node.open = true;
    }
    if (!items.length) box.appendChild(make("p", "empty", "没有符合筛选条件的申报材料。"));
  }

  function detail(row) {
    const node = make("details");
    node.id = row.id;
    const summary = make("summary");
    const tally = make("span", "push");
    for (const status of statuses) {
      if (row.counts[status]) tally.appendChild(badge(status, data.statuses[status] + " " + row.counts[status]));
    }
    const direction = row.direction + (row.declared ? "" : "（由内容推断）");
    add(summary, make("b", "", row.applicant), make("span", "verdict " + row.verdict, data.verdicts[row.verdict]),
      make("span", "soft", direction), tally);
    node.appendChild(summary);
    node.addEventListener("toggle", () => { if (node.open) fill(node, row); });
    return node;
  }

  function fill(node, row) {
    if (node.querySelector(".body")) return;
    const body = make("div", "body");
    const print = make("button", "print", "打印此份");
    print.type = "button";
    print.addEventListener("click", () => printOne(node));
    body.appendChild(print);
    const facts = make("dl", "facts");
    fact(facts, "项目名称", row.project);
    fact(facts, "统一社会信用代码", row.credit_code);
    fact(facts, "申报文件", row.file + (row.pages ? "，共 " + row.pages + " 页" : ""));
    body.appendChild(facts);
    group(body, row, "需要处理的问题", (line) => GAPS.includes(line.status));
    group(body, row, "本材料无法核实", (line) => line.status === "unverifiable");
    group(body, row, "符合要求", (line) => line.status === "met", !state.statuses.has("met"));
    node.appendChild(body);
  }

  function fact(list, name, value) {
    if (value) add(list, add(make("div"), make("dt", "", name), make("dd", "", value)));
  }

  function group(body, row, title, wanted, folded) {
    const lines = row.lines.filter((line) => wanted(line) && lineWanted(line));
    if (!lines.length) return;
    const words = title + "（" + lines.length + " 项）";
    const box = make(folded ? "details" : "section", "group");
    box.appendChild(make(folded ? "summary" : "h3", "", words));
    lines.forEach((line, index) => box.appendChild(finding(row, line, index + 1)));
    body.appendChild(box);
  }

  function finding(row, line, serial) {
    const column = data.columns[line.column];
    const node = make("article", "finding " + line.status);
    node.id = row.id + "-" + line.column;
    const title = make("h3");
    add(title, make("span", "serial", String(serial)), badge(line.status),
      make("span", "kind", data.kinds[column.kind]), document.createTextNode(column.name));
    if (line.confidence < 0.6) add(title, make("span", "sure", "把握 " + Math.round(line.confidence * 100) + "%，建议人工复核"));
    const sides = make("div", "sides");
    add(sides, side("通知要求", line.required || column.required, "通知中无单独条文"),
      side("申报材料", line.found, "材料中未见"));
    return add(node, title, make("p", "explanation", line.explanation), sides);
  }

  function side(title, quote, absent) {
    const node = add(make("div"), make("h4", "", title));
    if (!quote) return add(node, make("p", "absent", absent));
    const block = make("blockquote");
    add(block, document.createTextNode(quote.before || ""), make("mark", "", quote.words),
      document.createTextNode(quote.after || ""));
    const place = [quote.file, quote.page ? "第 " + quote.page + " 页" : ""].filter(Boolean).join("　");
    return add(node, block, make("p", "place", place));
  }

  function printOne(node) {
    node.classList.add("printing");
    document.body.classList.add("one");
    window.print();
    node.classList.remove("printing");
    document.body.classList.remove("one");
  }

  function show(id, column) {
    const node = byId(id);
    if (!node) return;
    node.open = true;
    fill(node, data.rows.find((row) => row.id === id));
    const target = column === undefined ? node : byId(id + "-" + column) || node;
    const folded = target.closest("details.group");
    if (folded) folded.open = true;
    target.scrollIntoView({ block: "start" });
    target.classList.remove("flash");
    void target.offsetWidth;
    target.classList.add("flash");
  }

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
})();
