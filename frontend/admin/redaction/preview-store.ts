import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import {
  parseCases,
  parseFiles,
  parsePreview,
  type Preview,
  type PreviewItem,
  type PreviewRequest,
  type Settings,
  type SupportCase,
} from './contract';

export type Where = PreviewRequest['where'];

export type FileList =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  | { readonly phase: 'listed'; readonly items: readonly PreviewItem[] };

export type Shown =
  | { readonly phase: 'nothing' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  | {
      readonly phase: 'shown';
      readonly preview: Preview;
      readonly pages: number;
      readonly adding: boolean;
      readonly problem: Problem | undefined;
    };

export interface PreviewState {
  readonly files: FileList;
  readonly item: string;
  readonly file: string;
  readonly where: Where;
  /** The open cases whose replacements can be shown. */
  readonly cases: readonly SupportCase[];
  /** The id of one of them; empty for replacements that nothing else has. */
  readonly ofCase: string;
  readonly shown: Shown;
}

/** One file before and after redaction, as the settings on the screen would have it. */
export class PreviewStore {
  readonly state: Store<PreviewState>;
  private readonly writable: WritableStore<PreviewState> = createStore<PreviewState>({
    files: { phase: 'loading' },
    item: '',
    file: '',
    where: 'findings',
    cases: [],
    ofCase: '',
    shown: { phase: 'nothing' },
  });
  private asked = 0;

  constructor(
    private readonly client: Client,
    private readonly settings: () => Settings | undefined,
  ) {
    this.state = this.writable;
  }

  async list(): Promise<void> {
    if (this.writable.get().files.phase === 'listed') {
      return;
    }
    this.set({ files: { phase: 'loading' } });
    const answer = await this.client.get('redaction/files', parseFiles);
    this.set(
      answer.ok
        ? { files: { phase: 'listed', items: answer.value.items } }
        : { files: { phase: 'failed', problem: answer.problem } },
    );
  }

  /** Cases are opened and closed on other pages, so each look asks anew; without them none is offered. */
  async listCases(): Promise<void> {
    const answer = await this.client.get('redaction/cases', parseCases);
    const cases = answer.ok ? answer.value.cases : [];
    const open = cases.some(({ id }) => id === this.writable.get().ofCase);
    this.set({ cases, ...(open ? {} : { ofCase: '' }) });
  }

  chooseItem(item: string): void {
    this.asked += 1;
    this.set({ item, file: '', shown: { phase: 'nothing' } });
  }

  async chooseFile(file: string): Promise<void> {
    this.set({ file });
    await this.show();
  }

  async chooseWhere(where: Where): Promise<void> {
    this.set({ where });
    await this.show();
  }

  async chooseCase(ofCase: string): Promise<void> {
    this.set({ ofCase });
    await this.show();
  }

  async show(): Promise<void> {
    if (this.writable.get().file === '') {
      return;
    }
    const turn = ++this.asked;
    this.set({ shown: { phase: 'loading' } });
    const answer = await this.ask(0);
    if (turn !== this.asked) {
      return;
    }
    this.set({
      shown: answer.ok
        ? { phase: 'shown', preview: answer.value, pages: 1, adding: false, problem: undefined }
        : { phase: 'failed', problem: answer.problem },
    });
  }

  async more(): Promise<void> {
    const { shown } = this.writable.get();
    if (shown.phase !== 'shown' || shown.adding) {
      return;
    }
    const turn = ++this.asked;
    this.set({ shown: { ...shown, adding: true, problem: undefined } });
    const answer = await this.ask(shown.pages);
    if (turn !== this.asked) {
      return;
    }
    this.set({
      shown: answer.ok
        ? {
            ...shown,
            preview: joined(shown.preview, answer.value),
            pages: shown.pages + 1,
            problem: undefined,
          }
        : { ...shown, problem: answer.problem },
    });
  }

  private ask(page: number) {
    const { item, file, where, ofCase } = this.writable.get();
    const settings = this.settings();
    const request: PreviewRequest = {
      item,
      file,
      where,
      page,
      ...(ofCase === '' ? {} : { case: ofCase }),
      ...(settings === undefined ? {} : { settings }),
    };
    return this.client.post('redaction/preview', request, parsePreview);
  }

  private set(part: Partial<PreviewState>): void {
    this.writable.set({ ...this.writable.get(), ...part });
  }
}

function joined(first: Preview, next: Preview): Preview {
  const counts = { ...first.counts };
  for (const [kind, times] of Object.entries(next.counts)) {
    counts[kind] = (counts[kind] ?? 0) + times;
  }
  return { ...next, lines: [...first.lines, ...next.lines], counts };
}
