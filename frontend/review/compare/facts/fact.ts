import type { Told, Topic, Unit } from '../../../shared/comparison';

/** One thing that an entry says. */
export interface Fact {
  readonly topic: Topic;
  readonly name: string;
  readonly value: Told;
}

/** Takes the facts out of the text of an entry; throws where it is not what it should be. */
export type Reader = (text: string) => readonly Fact[];

/** An entry may hold more than is looked at; what is beyond is told as such. */
export const MOST_FACTS = 5000;
/** How many names may stand above one; a name is told with all of them. */
export const DEEPEST = 64;

export class TooMany extends Error {
  constructor() {
    super(`more than ${MOST_FACTS} facts, or ${DEEPEST} of them above each other`);
    this.name = 'TooMany';
  }
}

export function fact(topic: Topic, name: string, text: string): Fact {
  return { topic, name, value: { kind: 'text', text } };
}

export function measured(
  topic: Topic,
  kind: 'figure' | 'limit',
  name: string,
  value: number,
  unit: Unit,
): Fact {
  return { topic, name, value: { kind, value, unit } };
}
