function priorityOf(issue) {
  const { fields } = issue;
  return fields.priority.name.toUpperCase() + issue.rank;
}

export function drawPriority(issue, target) {
  const row = document.createElement('tr');
  row.className = 'row-' + issue.rank;
  row.title = priorityOf(issue);
  target.append(row);
  return row;
}

export class Totals {
  sumOf(amounts) {
    return amounts.reduce((sum, amount) => sum + amount);
  }
  mixOf(count) {
    return count.total + count.rest;
  }
  patternOf(text) {
    return new RegExp(text.search);
  }
  barOf(width) {
    return '#'.repeat(width);
  }
}

export const figures = {
  namesOf(report) {
    return Object.keys(report.columns).sort();
  },
  decodeImage(data) {
    return atob(data);
  },
  ownerOf(report) {
    return report?.owner.contact.mail;
  },
  editorOf(report) {
    return report?.editor.contact.mail;
  },
};

export function scheduleHints() {
  setTimeout(() => {
    AJS.Hints.show('reports');
  }, 1);
}

export function readFirst() {
  const read = () => later.value;
  const first = read();
  const later = { value: Math.random() };
  return first + later.value;
}

class Series {
  constructor(points) {
    this.points = points;
  }
}

export function makeSeries(make) {
  return make(Series)([1, 2]);
}
