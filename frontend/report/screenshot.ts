import { button, h } from './dom';
import { Picture } from './picture';
import { between, ofPercent, type Point, type Rect } from './rects';
import type { Words } from './words';

export interface ScreenshotPart {
  readonly element: HTMLElement;
  /** The picture that is to be sent. */
  picture(): Picture | undefined;
  /** Takes the first picture among files; tells whether there was one. */
  take(files: Iterable<File>): boolean;
}

const SIDES = ['left', 'top', 'width', 'height'] as const;

/** Takes a picture from a file, a drop or the clipboard, and lets the person blacken parts of it. */
export function screenshotPart(words: Words, say: (text: string) => void, changed: () => void) {
  let picture: Picture | undefined;
  const file = h('input', { type: 'file', accept: 'image/*', hidden: true, tabindex: '-1' });
  const choose = button(words('choose'), 'plain', () => file.click());
  const help = h('span', { class: 'help' }, words('screenshot-help'));
  const drop = h('div', { class: 'drop' }, help, choose, file);
  const stage = h('div', { class: 'field', hidden: true });
  const undo = button(words('undo'), 'plain', () => {
    picture?.undo();
    refresh(words('undone'));
  });
  const remove = button(words('remove'), 'plain', () => {
    picture = undefined;
    stage.hidden = true;
    drop.hidden = false;
    choose.focus();
    changed();
  });
  const element = h(
    'fieldset',
    {},
    h('legend', {}, `${words('screenshot')} `, optional(words)),
    drop,
    stage,
  );

  const refresh = (text: string): void => {
    undo.disabled = picture === undefined || picture.blackened === 0;
    say(text);
    changed();
  };
  const blacken = (part: Rect | undefined): void => {
    if (part !== undefined && picture !== undefined) {
      picture.blacken(part);
      refresh(words('blackened'));
    } else {
      picture?.draw();
    }
  };
  const open = async (chosen: File): Promise<void> => {
    try {
      picture = await Picture.of(chosen);
    } catch {
      say(words('screenshot-bad'));
      return;
    }
    const { canvas } = picture;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', words('picture'));
    drawable(canvas, (part) => picture?.draw(part), blacken);
    stage.replaceChildren(
      canvas,
      byNumbers(words, (percent) => {
        blacken(ofPercent(percent, canvas));
      }),
      h('div', { class: 'row' }, undo, remove),
    );
    stage.hidden = false;
    drop.hidden = true;
    refresh(words('screenshot-added'));
    remove.focus();
  };
  const take = (files: Iterable<File>): boolean => {
    const found = [...files].find(({ type }) => type.startsWith('image/'));
    if (found !== undefined) {
      void open(found);
    }
    return found !== undefined;
  };

  file.addEventListener('change', () => {
    if (!take(file.files ?? []) && (file.files?.length ?? 0) > 0) {
      say(words('screenshot-bad'));
    }
    file.value = '';
  });
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    if (!take(event.dataTransfer?.files ?? [])) {
      say(words('screenshot-bad'));
    }
  });
  return { element, picture: () => picture, take } satisfies ScreenshotPart;
}

export function optional(words: Words): HTMLElement {
  return h('span', { class: 'help' }, `(${words('optional')})`);
}

/** A drag from one corner to the other, shown while it lasts. */
function drawable(
  canvas: HTMLCanvasElement,
  onTry: (part: Rect | undefined) => void,
  onDone: (part: Rect | undefined) => void,
): void {
  let from: Point | undefined;
  const at = (event: PointerEvent): Point => {
    const box = canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * canvas.width,
      y: ((event.clientY - box.top) / box.height) * canvas.height,
    };
  };
  canvas.addEventListener('pointerdown', (event) => {
    from = at(event);
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (from !== undefined) {
      onTry(between(from, at(event), canvas));
    }
  });
  canvas.addEventListener('pointerup', (event) => {
    if (from !== undefined) {
      onDone(between(from, at(event), canvas));
    }
    from = undefined;
  });
  canvas.addEventListener('pointercancel', () => {
    from = undefined;
    onDone(undefined);
  });
}

/** The same for whoever uses no pointer: a part in percent of the picture. */
function byNumbers(words: Words, onDo: (percent: Rect) => void): HTMLElement {
  const fields = SIDES.map((side) => {
    const value = side === 'left' || side === 'top' ? '0' : '25';
    return h('input', { type: 'number', min: '0', max: '100', value });
  });
  const [x, y, width, height] = fields;
  const value = (field: HTMLInputElement | undefined): number =>
    Math.min(100, Math.max(0, Number(field?.value)));
  return h(
    'fieldset',
    {},
    h('legend', {}, words('blacken')),
    h('p', { class: 'help' }, words('blacken-help')),
    h(
      'div',
      { class: 'parts' },
      ...SIDES.map((side, n) => h('label', {}, `${words(side)} %`, fields[n] ?? '')),
      button(words('blacken-do'), 'plain', () => {
        onDo({ x: value(x), y: value(y), width: value(width), height: value(height) });
      }),
    ),
  );
}
