/** A part of a picture, in its pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whole pixels: a border that a canvas draws half would let half of what is below shine through. */
function whole(left: number, top: number, right: number, bottom: number, { width, height }: Size) {
  const x = Math.max(0, Math.floor(left));
  const y = Math.max(0, Math.floor(top));
  return {
    x,
    y,
    width: Math.min(width, Math.ceil(right)) - x,
    height: Math.min(height, Math.ceil(bottom)) - y,
  };
}

const isSome = ({ width, height }: Rect): boolean => width > 0 && height > 0;

/** Between two corners, whichever they are; undefined where nothing of the picture is. */
export function between(a: Point, b: Point, size: Size): Rect | undefined {
  const rect = whole(
    Math.min(a.x, b.x),
    Math.min(a.y, b.y),
    Math.max(a.x, b.x),
    Math.max(a.y, b.y),
    size,
  );
  return isSome(rect) ? rect : undefined;
}

/** A part that is given in percent of the picture. */
export function ofPercent(percent: Rect, size: Size): Rect | undefined {
  const x = (percent.x / 100) * size.width;
  const y = (percent.y / 100) * size.height;
  const rect = whole(
    x,
    y,
    x + (percent.width / 100) * size.width,
    y + (percent.height / 100) * size.height,
    size,
  );
  return isSome(rect) ? rect : undefined;
}

/** The size at which a picture has at most so many pixels on a side and in all. */
export function fitted({ width, height }: Size, side: number, pixels: number): Size {
  const scale = Math.min(
    1,
    side / Math.max(width, height),
    Math.sqrt(pixels / Math.max(1, width * height)),
  );
  return {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  };
}
