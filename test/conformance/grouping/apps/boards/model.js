/** Objects with methods, as older apps have them. */
export const boardModel = {
  settings: Object.freeze({ limit: 50 }),
  refreshAll(server) {
    return server.fetchAll(this.settings.limit);
  },
  finishDrag(options) {
    options.position = 0;
    options.onDone(options.position);
  },
  raiseLimit() {
    this.settings.limit = 100;
  },
  measureChart(chart) {
    const { width, height } = chart.size;
    return width * height;
  },
  countChildren(epic) {
    return epic.children.reduce((sum, child) => sum + this.countChildren(child), 1);
  },
  reserveRows(count) {
    return new Array(count).fill(this.settings.limit);
  },
  formatPoints(points, digits) {
    return points.toFixed(digits);
  },
  formatDay(value) {
    return new Date(value).toISOString().slice(0, 10);
  },
  readHash(hash) {
    return decodeURIComponent(hash);
  },
};
