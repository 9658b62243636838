/** Methods of classes, whose names minifiers keep. */
export class BoardView {
  constructor(issues) {
    this.issues = issues;
  }
  showIssues() {
    return this.issues.map((issue) => issue.fields.summary);
  }
  drawLanes(lanes) {
    for (const lane of lanes.rows) {
      this.issues.push(lane);
    }
    return this.issues.length;
  }
  restoreLayout(text) {
    const layout = JSON.parse(text);
    this.issues = layout.issues;
  }
  async loadBoard(url) {
    const answer = await fetch(url);
    this.issues = await answer.json();
  }
  get velocity() {
    return this.page.velocity.total;
  }
}

export class SprintView {
  constructor(sprints) {
    this.sprints = sprints;
  }
  listIssues() {
    return this.sprints.flatMap((sprint) => sprint.fields.summary);
  }
  restoreFilter(text) {
    const filter = JSON.parse(text);
    this.sprints = filter.sprints;
  }
}
