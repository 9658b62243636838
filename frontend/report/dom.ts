type Child = Node | string;

interface Attributes {
  readonly [name: string]: boolean | string;
}

/** An element with attributes and children; texts stay texts. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children);
  return element;
}

export function button(
  words: string,
  look: 'plain' | 'primary',
  onClick: () => void,
): HTMLButtonElement {
  const made = h('button', { type: 'button', class: look }, words);
  made.addEventListener('click', onClick);
  return made;
}
