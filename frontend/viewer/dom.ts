type Child = Node | string;
type Attributes = Readonly<Record<string, boolean | number | string>>;

const SVG = 'http://www.w3.org/2000/svg';

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  element.append(...children);
  return element;
}

/** An element with attributes and children; texts stay texts, whatever they hold. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(name), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

export function button(words: string, onClick: () => void): HTMLButtonElement {
  const made = h('button', { type: 'button' }, words);
  made.addEventListener('click', onClick);
  return made;
}

/** A link to another entry of the unpacked ZIP, beside this page. */
export function entryLink(name: string): Child {
  const href = name.split('/').map(encodeURIComponent).join('/');
  return name === '' ? '' : h('a', { href }, name);
}

/** Some figures, each with the words for it. */
export function tiles(...all: readonly (readonly [string, string])[]): HTMLElement {
  return h(
    'div',
    { class: 'tiles' },
    ...all.map(([value, words]) =>
      h('div', { class: 'tile' }, h('b', {}, value), h('span', { class: 'quiet' }, words)),
    ),
  );
}
