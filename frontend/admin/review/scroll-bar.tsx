import type { PointerEvent } from 'react';
import { useLanguage } from '../language';
import type { Shown, Viewer } from './viewer-store';

/** How much of the bar its thumb takes at least. */
const SMALLEST = 4;

interface Props {
  readonly viewer: Viewer;
  readonly state: Shown;
  readonly controls: string;
}

/** Shows which part of the whole is in sight. A browser's own bar would end at some millions of lines. */
export function ScrollBar({ viewer, state, controls }: Props) {
  const { t } = useLanguage();
  const { lines, top, text } = state;
  const start = lines[top]?.at ?? 0;
  const end = lines[Math.min(lines.length - 1, top + 30)]?.end ?? text.size;
  const height = Math.max(SMALLEST, ((end - start) / text.size) * 100);
  const room = Math.max(1, text.size - (end - start));
  const value = Math.min(100, (start / room) * 100);
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const bar = event.currentTarget.getBoundingClientRect();
    const thumb = (height / 100) * bar.height;
    void viewer.seek((event.clientY - bar.top - thumb / 2) / Math.max(1, bar.height - thumb));
  };
  return (
    <div
      role="scrollbar"
      aria-label={t('ui.review.viewer.scroll')}
      aria-controls={controls}
      aria-orientation="vertical"
      aria-valuenow={Math.round(value)}
      aria-valuemin={0}
      aria-valuemax={100}
      // The keys work on the lines themselves.
      tabIndex={-1}
      className="hearth-review-bar"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) {
          drag(event);
        }
      }}
    >
      <div
        className="hearth-review-thumb"
        style={{ height: `${String(height)}%`, top: `${String((value / 100) * (100 - height))}%` }}
      />
    </div>
  );
}
