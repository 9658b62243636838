import { useEffect, useRef, type RefObject } from 'react';

/** Moves the focus to what has just appeared, so that keyboard and screen reader are where the news is. */
export function useFocus<T extends HTMLElement>(wanted = true): RefObject<T> {
  const target = useRef<T>(null);
  useEffect(() => {
    if (wanted) {
      target.current?.focus({ preventScroll: false });
    }
  }, [wanted]);
  return target;
}
