import { masked } from '../values';
import { DEEPEST, fact, MOST_FACTS, TooMany, type Fact, type Reader } from './fact';

interface Element {
  readonly tag: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: Element[];
  text: string;
}

/** What tells an element from others of its tag, the best first. */
const NAMES = ['name', 'id', 'key', 'className', 'class', 'port', 'path', 'prefix'];

/**
 * A remark, a stretch of raw text, a declaration, or a tag. There is no parser of XML in a worker, and none is wanted:
 * a document type with its entities is skipped, not obeyed.
 */
const TOKEN =
  /<!--|<!\[CDATA\[|<[?!]|<(\/?)([\w:.-]{1,200})((?:\s+[\w:.-]{1,200}\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Values of attributes and texts of elements, by their place in the document. */
export const xmlFacts: Reader = (source) => {
  const facts: Fact[] = [];
  for (const child of parse(source).children) {
    flatten(child, child.tag, facts);
  }
  return facts;
};

function parse(source: string): Element {
  const root: Element = { tag: '', attributes: [], children: [], text: '' };
  const open: Element[] = [root];
  let elements = 0;
  let at = 0;
  while (at < source.length) {
    const inside = open.at(-1) ?? root;
    const next = source.indexOf('<', at);
    inside.text += source.slice(at, next < 0 ? source.length : next);
    if (next < 0) {
      break;
    }
    TOKEN.lastIndex = next;
    const token = TOKEN.exec(source);
    if (token === null) {
      throw new SyntaxError(`not XML at ${next}`);
    }
    const [whole, ends, tag, attributes = '', empty] = token;
    at = next + whole.length;
    if (tag === undefined) {
      const [text, after] = special(source, whole, at);
      inside.text += text;
      at = after;
    } else if (ends === '/') {
      if (open.length === 1 || inside.tag !== tag) {
        throw new SyntaxError(`</${tag}> at ${next} ends nothing`);
      }
      open.pop();
    } else {
      elements += 1;
      if (elements > MOST_FACTS || open.length > DEEPEST) {
        throw new TooMany();
      }
      const element = { tag, attributes: attributesOf(attributes), children: [], text: '' };
      inside.children.push(element);
      if (empty !== '/') {
        open.push(element);
      }
    }
  }
  if (open.length > 1 || root.children.length === 0) {
    throw new SyntaxError('it ends too early');
  }
  return root;
}

/** The text of what begins with such a mark, and where the rest goes on. */
function special(source: string, mark: string, at: number): readonly [string, number] {
  if (mark === '<![CDATA[') {
    const end = endOf(source, ']]>', at);
    return [source.slice(at, end - 3), end];
  }
  if (mark === '<!--') {
    return ['', endOf(source, '-->', at)];
  }
  const end = endOf(source, '>', at);
  const subset = source.indexOf('[', at);
  // What a document type declares stands in brackets, with ends of tags in it.
  return ['', mark === '<!' && subset >= 0 && subset < end ? endOf(source, ']>', subset) : end];
}

function endOf(source: string, mark: string, at: number): number {
  const found = source.indexOf(mark, at);
  if (found < 0) {
    throw new SyntaxError(`${mark} is missing after ${at}`);
  }
  return found + mark.length;
}

function attributesOf(source: string): Element['attributes'] {
  return [...source.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
    name,
    double ?? single ?? '',
  ]);
}

function flatten(element: Element, path: string, facts: Fact[]): void {
  for (const [name, value] of element.attributes) {
    facts.push(fact('configuration', `${path}@${name}`, value));
  }
  const text = element.text.trim();
  if (text !== '' || (element.attributes.length === 0 && element.children.length === 0)) {
    facts.push(fact('configuration', path, text));
  }
  if (facts.length > MOST_FACTS) {
    throw new TooMany();
  }
  const tags = new Map<string, number>();
  for (const { tag } of element.children) {
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
  }
  for (const child of element.children) {
    const label = (tags.get(child.tag) ?? 0) > 1 ? `${child.tag}${nameOf(child)}` : child.tag;
    flatten(child, `${path}/${label}`, facts);
  }
}

/** A place in a list would change for all that follow where one is put between them. */
function nameOf({ attributes, children }: Element): string {
  const named = NAMES.flatMap((name) => attributes.filter(([one]) => one === name))[0];
  const value = named?.[1] ?? children.find(({ text }) => text.trim() !== '')?.text.trim() ?? '';
  return value === '' ? '' : `[${masked(value).slice(0, 100)}]`;
}
