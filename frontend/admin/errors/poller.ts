/** How often the page asks while somebody looks at it, and while its tab is in the background. */
const LOOKING = 1500;
const AWAY = 30_000;

/**
 * Asks again and again, never twice at once: the next wait begins when an answer is there. A tab that comes to the
 * front asks at once.
 */
export function poll(view: Window, ask: () => Promise<void>): () => void {
  let timer = 0;
  let asking = false;
  let over = false;
  const ended = (): boolean => over;
  const turn = async (): Promise<void> => {
    if (asking || ended()) {
      return;
    }
    asking = true;
    view.clearTimeout(timer);
    try {
      await ask();
    } finally {
      asking = false;
      if (!ended()) {
        timer = view.setTimeout(() => void turn(), view.document.hidden ? AWAY : LOOKING);
      }
    }
  };
  const onVisible = (): void => {
    if (!view.document.hidden) {
      void turn();
    }
  };
  view.document.addEventListener('visibilitychange', onVisible);
  timer = view.setTimeout(() => void turn(), LOOKING);
  return () => {
    over = true;
    view.clearTimeout(timer);
    view.document.removeEventListener('visibilitychange', onVisible);
  };
}
