/** Functions of prototypes, promises and errors of the app's own. */
export class SaveError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'SaveError';
  }
}

export function Actions(root) {
  this.root = root;
}

Actions.prototype.findColumn = function (id) {
  return this.root.querySelector('#' + id);
};

Actions.prototype.removeColumn = function (column) {
  this.root.removeChild(column);
};

Actions.prototype.openIssue = function (key) {
  throw new Error('Issue ' + key + ' not found');
};

Actions.prototype.openEpic = function (key) {
  throw new Error('Epic ' + key + ' not found');
};

Actions.prototype.saveColumn = function (column) {
  try {
    column.server.store(column);
  } catch (error) {
    throw new SaveError('Column "' + column.title + '" cannot be saved', { cause: error });
  }
};

export function openPanel(url) {
  return import(/* webpackIgnore: true */ url).then((panel) => panel.open());
}

export function transition(issue) {
  return new Promise((_, reject) => {
    reject('Transition of ' + issue + ' timed out after ' + issue.length * 100 + 'ms');
  });
}

export async function rankIssue(issue) {
  const answer = { status: 500 + issue.length, statusText: 'Server Error' };
  throw answer;
}

export function startTour() {
  return AJS.Tour.begin('boards');
}
