import type { Difference, Told } from '../../shared/comparison';

/** What is shown of a name, of an entry and of a value; all of it was compared. */
const LONGEST = 2000;

export function shortened(one: Difference): Difference {
  return {
    ...one,
    name: cut(one.name),
    entry: cut(one.entry),
    ...(one.before === undefined ? {} : { before: told(one.before) }),
    ...(one.after === undefined ? {} : { after: told(one.after) }),
  };
}

function told(value: Told): Told {
  switch (value.kind) {
    case 'app':
      return {
        kind: 'app',
        title: cut(value.title),
        version: cut(value.version),
        state: cut(value.state),
      };
    case 'figure':
    case 'limit':
      return value;
    default:
      return { ...value, text: cut(value.text) };
  }
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
