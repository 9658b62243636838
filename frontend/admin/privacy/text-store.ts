import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseText, type PrivacyText } from './contract';

export type TextId = 'notice' | 'register';

export interface TextReady {
  readonly phase: 'ready';
  readonly kept: PrivacyText;
  /** There while somebody writes. */
  readonly draft: string | undefined;
  readonly saving: boolean;
  readonly problem: Problem | undefined;
}

export type TextState =
  | TextReady
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: Problem };

/** One of the texts that are made from what is kept, or written in the customer's words. */
export class TextStore {
  readonly state: Store<TextState>;
  private readonly writable: WritableStore<TextState> = createStore<TextState>({
    phase: 'loading',
  });

  constructor(
    private readonly client: Client,
    readonly id: TextId,
  ) {
    this.state = this.writable;
  }

  private get path(): string {
    return `privacy/texts/${this.id}`;
  }

  async load(): Promise<void> {
    const answer = await this.client.get(this.path, parseText);
    this.writable.set(
      answer.ok ? ready(answer.value) : { phase: 'failed', problem: answer.problem },
    );
  }

  write(draft: string | undefined): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set({ ...now, draft, problem: undefined });
    }
  }

  async save(): Promise<void> {
    const now = this.writable.get();
    if (now.phase !== 'ready' || now.draft === undefined || now.saving) {
      return;
    }
    const sent = now.draft;
    this.writable.set({ ...now, saving: true, problem: undefined });
    const answer = await this.client.put(this.path, { text: sent }, parseText);
    const after = this.writable.get();
    if (after.phase !== 'ready') {
      return;
    }
    if (!answer.ok) {
      this.writable.set({ ...after, saving: false, problem: answer.problem });
      return;
    }
    // What was typed meanwhile stays.
    const draft = after.draft === sent ? undefined : after.draft;
    this.writable.set({ ...ready(answer.value), draft });
  }

  async reset(): Promise<void> {
    const now = this.writable.get();
    const answer = await this.client.remove(this.path);
    if (!answer.ok && now.phase === 'ready') {
      this.writable.set({ ...now, problem: answer.problem });
      return;
    }
    await this.load();
  }
}

function ready(kept: PrivacyText): TextReady {
  return { phase: 'ready', kept, draft: undefined, saving: false, problem: undefined };
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** The few marks of these texts: `#` begins a heading, `-` an item of a list. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const last = blocks.at(-1);
    if (line.startsWith('#')) {
      blocks.push({ kind: 'heading', text: line.replace(/^#+\s*/, '') });
    } else if (line.startsWith('- ') && last?.kind === 'list') {
      blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, line.slice(2)] };
    } else if (line.startsWith('- ')) {
      blocks.push({ kind: 'list', items: [line.slice(2)] });
    } else if (line !== '') {
      blocks.push({ kind: 'paragraph', text: line });
    }
  }
  return blocks;
}
