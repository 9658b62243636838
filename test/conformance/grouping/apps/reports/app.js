import { BoardView, ChartPanel } from './charts.js';
import { drawPriority, figures, makeSeries, readFirst, scheduleHints, Totals } from './figures.js';

const { on } = window.matrix('com.zeta.reports');
const totals = new Totals();
const panel = new ChartPanel({});

on(31, (n) => new BoardView([{ fields: n === 0 ? null : undefined }]).showIssues());
on(32, (n) => drawPriority({ rank: n, fields: {} }, document.body));
on(33, () => scheduleHints());
on(34, (n) => new ChartPanel({ pie: n === 0 ? {} : { Chart: n } }).createChart('pie'));
on(35, () => readFirst());
on(36, () => panel.drawLegend([{ cells: [] }, {}]));
on(37, (n) => figures.namesOf({ columns: n === 0 ? null : undefined }));
on(38, () => panel.copyState({ listener: () => 1 }));
on(39, (n) => panel.setTitle('Report ' + n));
on(40, () => panel.loadRows(() => Promise.resolve({})));
on(41, (n) => figures.ownerOf({ owner: {}, size: n }));
on(42, (n) => totals.mixOf({ total: 1n, rest: n }));
on(43, () => totals.sumOf([]));
on(44, () => makeSeries((Made) => Made));
on(45, (n) => totals.patternOf({ search: n === 0 ? '(' : '[a' }));
on(46, (n) => totals.barOf(-1 - n));
on(47, (n) => figures.decodeImage('%%' + n));
on(48, (n) => panel.appendRow(n === 0 ? null : 'row'));
on(49, (n) => panel.setFooter('Page ' + n));
on(50, () => panel.loadTotals(() => Promise.resolve({})));
on(51, (n) => figures.editorOf({ editor: {}, size: n }));
