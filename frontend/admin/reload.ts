import type { Translate } from '../shared/i18n';

/** After an upgrade an open tab asks for chunks that the new JAR no longer has. */
export function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'ChunkLoadError' || ('code' in error && error.code === 'CSS_CHUNK_LOAD_FAILED'))
  );
}

/** Plain DOM: whatever the page would need to show it may be just what is missing. */
export function showReload(root: HTMLElement, t: Translate): void {
  if (document.getElementById('hearth-reload') !== null) {
    return;
  }
  const title = document.createElement('strong');
  title.textContent = t('ui.reload.title');
  const body = document.createElement('p');
  body.textContent = t('ui.reload.body');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = t('ui.reload.button');
  button.addEventListener('click', () => {
    window.location.reload();
  });
  const notice = document.createElement('div');
  notice.id = 'hearth-reload';
  notice.className = 'hearth-reload';
  notice.setAttribute('role', 'alert');
  notice.append(title, body, button);
  root.before(notice);
}
