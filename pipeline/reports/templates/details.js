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
    make("span", "soft", direction), decided(row), tally);
  node.appendChild(summary);
  node.addEventListener("toggle", () => { if (node.open) fill(node, row); });
  return node;
}

function decided(row) {
  if (!row.decided) return null;
  return make("span", "decided", "人工认定 " + row.decided + " 项后：" + data.verdicts[row.final_verdict] +
    "，缺项 " + row.final_gaps);
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
  for (const words of row.changes) body.appendChild(make("p", "decision before", words));
  group(body, row, "需要处理的问题", (line) => GAPS.includes(line.status));
  group(body, row, "未能找到，请人工核对", (line) => line.doubted);
  group(body, row, "本材料无法核实", (line) => line.status === "unverifiable" && !line.doubted);
  group(body, row, "符合要求", (line) => line.status === "met", !state.statuses.has("met"));
  node.appendChild(body);
}

function fact(list, name, value) {
  if (value) add(list, add(make("div"), make("dt", "", name), make("dd", "", value)));
}

function group(body, row, title, wanted, folded) {
  const lines = row.lines.filter((line) => wanted(line) && lineWanted(line) && !line.follows);
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
    make("span", "kind", data.kinds[column.kind]), document.createTextNode(column.name),
    make("span", "code", column.id));
  if (line.severity) add(title, make("span", "sure", line.severity));
  if (line.same) add(title, make("span", "sure", line.same));
  if (line.confidence < 0.6) add(title, make("span", "sure", "把握 " + Math.round(line.confidence * 100) + "%，建议人工复核"));
  const sides = make("div", "sides");
  add(sides, side("通知要求", line.required || column.required, "通知中无单独条文"),
    side("申报材料", line.found, "材料中未见"));
  const also = "同一原因，一并缺少（" + line.also.length + " 项）：" + line.also.join("、") + "。";
  return add(node, title, make("p", "explanation", line.explanation),
    line.also.length && make("p", "explanation also", also),
    line.decision && make("p", "decision", "人工认定：" + line.decision),
    line.earlier && make("p", "decision before", line.earlier), sides);
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
