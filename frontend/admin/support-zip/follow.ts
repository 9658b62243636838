import type { Follow } from './stored-store';

/** The browser's own client of server-sent events; after an end it connects again by itself. */
export const followEvents: Follow = (address, onZip, onGone) => {
  const source = new EventSource(address);
  source.addEventListener('zip', (event) => {
    onZip(String(event.data));
  });
  source.addEventListener('gone', () => {
    source.close();
    onGone();
  });
  return () => {
    source.close();
  };
};
