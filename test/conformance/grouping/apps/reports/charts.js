/** Twins of what the other app has, by name or by words. */
export class BoardView {
  constructor(issues) {
    this.issues = issues;
  }
  showIssues() {
    return this.issues.map((issue) => issue.fields.summary);
  }
}

export class ChartPanel {
  constructor(kinds) {
    this.kinds = kinds;
  }
  createChart(kind) {
    return new this.kinds[kind].Chart(kind);
  }
  drawLegend(rows) {
    return window.$each(rows, function () {
      return this.cells.length;
    });
  }
  async loadRows(source) {
    const answer = await source();
    return answer.items.length;
  }
  async loadTotals(source) {
    const answer = await source();
    return answer.items.length * 2;
  }
  copyState(state) {
    return structuredClone(state);
  }
  setTitle(text) {
    document.querySelector('.report-title').textContent = text;
  }
  setFooter(text) {
    document.querySelector('.report-footer').textContent = text;
  }
  appendRow(row) {
    document.body.appendChild(row);
  }
}
