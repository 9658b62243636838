import type { Environment } from '../../shared/environment';

/** Posts the request so that the browser downloads the answer itself; the callback gets an answer that is no file. */
export type Download = (
  address: string,
  request: object,
  onRefused: (body: string) => void,
) => void;

const FRAME = 'hearth-download';

/**
 * A form into a hidden frame: the ZIP goes straight to the disk, whatever its size. A file leaves the frame
 * untouched, so the frame's `load` means that the server answered with a page or a problem instead.
 */
export function createDownload(environment: Pick<Environment, 'root' | 'xsrf'>): Download {
  return (address, request, onRefused) => {
    document.getElementById(FRAME)?.remove();
    const frame = document.createElement('iframe');
    frame.id = FRAME;
    frame.name = FRAME;
    frame.hidden = true;
    frame.title = '';
    document.body.append(frame);
    const form = formOf(address, {
      request: JSON.stringify(request),
      [environment.xsrf.name]: environment.xsrf.token,
    });
    document.body.append(form);
    // The empty frame has its own load event, which some browsers send late.
    frame.addEventListener('load', () => {
      const body = bodyOf(frame);
      if (body !== undefined) {
        onRefused(body);
      }
    });
    form.submit();
    form.remove();
  };
}

function formOf(address: string, fields: Readonly<Record<string, string>>): HTMLFormElement {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = address;
  form.target = FRAME;
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  return form;
}

function bodyOf(frame: HTMLIFrameElement): string | undefined {
  try {
    const page = frame.contentDocument;
    return page === null || page.URL === 'about:blank' ? undefined : page.body.textContent;
  } catch {
    // The browser's own error page, or another site: a refusal that cannot be read.
    return '';
  }
}
