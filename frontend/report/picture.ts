import { fitted, type Rect } from './rects';

const MOST_SIDE = 4096;
const MOST_PIXELS = 16_000_000;

/**
 * A picture that can be blackened. What is sent is encoded anew from the canvas: its pixels below a black part are
 * gone, and so is whatever the file told besides its pixels.
 */
export class Picture {
  private readonly parts: Rect[] = [];

  private constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly source: ImageBitmap,
  ) {
    this.draw();
  }

  /** Fails when it is no picture that the browser knows. */
  static async of(file: Blob): Promise<Picture> {
    const source = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    Object.assign(canvas, fitted(source, MOST_SIDE, MOST_PIXELS));
    return new Picture(canvas, source);
  }

  get blackened(): number {
    return this.parts.length;
  }

  blacken(part: Rect): void {
    this.parts.push(part);
    this.draw();
  }

  /** Takes back the last part, or only the part that is just being drawn. */
  undo(): void {
    this.parts.pop();
    this.draw();
  }

  /** Shows a part that is not decided yet. */
  draw(tried?: Rect): void {
    const { canvas } = this;
    const context = canvas.getContext('2d');
    if (context === null) {
      return;
    }
    // What is see-through would show what is below it, black on black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(this.source, 0, 0, canvas.width, canvas.height);
    context.fillStyle = '#000';
    for (const part of tried === undefined ? this.parts : [...this.parts, tried]) {
      context.fillRect(part.x, part.y, part.width, part.height);
    }
  }

  /** As PNG, made smaller until it fits. */
  async encoded(mostBytes: number): Promise<Blob> {
    this.draw();
    let from = this.canvas;
    let blob = await pngOf(from);
    while (blob.size > mostBytes && from.width > 1 && from.height > 1) {
      const smaller = document.createElement('canvas');
      smaller.width = Math.floor(from.width * 0.75);
      smaller.height = Math.floor(from.height * 0.75);
      smaller.getContext('2d')?.drawImage(from, 0, 0, smaller.width, smaller.height);
      from = smaller;
      blob = await pngOf(from);
    }
    return blob;
  }
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) {
        reject(new Error('the canvas gave no picture'));
      } else {
        resolve(blob);
      }
    }, 'image/png');
  });
}

export function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      // Asked for as a data URL, it is a text.
      resolve((reader.result as string).replace(/^[^,]*,/, ''));
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('the picture cannot be read'));
    };
    reader.readAsDataURL(blob);
  });
}
