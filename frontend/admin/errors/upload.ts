import { problemOf } from '../../shared/problem';
import type { Upload } from './maps-store';

/** Only XMLHttpRequest tells how much of a body has gone. */
export function uploadTo(url: (path: string) => string): Upload {
  return (path, file, onProgress) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', url(path));
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('Content-Type', 'application/json');
      request.setRequestHeader('X-Atlassian-Token', 'no-check');
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        onProgress(total === 0 ? 0 : loaded / total);
      });
      request.addEventListener('load', () => {
        resolve(
          request.status >= 200 && request.status < 300
            ? { ok: true, value: undefined }
            : { ok: false, problem: problemOf(request.status, request.responseText) },
        );
      });
      request.addEventListener('error', () => {
        resolve({ ok: false, problem: { kind: 'unreachable' } });
      });
      request.send(file);
    });
}
