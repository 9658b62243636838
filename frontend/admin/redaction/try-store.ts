import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import {
  parseTestResult,
  type Finding,
  type Settings,
  type TestRequest,
  type TextFormat,
} from './contract';

export interface Tried {
  readonly text: string;
  readonly findings: readonly Finding[];
}

export interface Trial {
  readonly text: string;
  readonly format: TextFormat;
  readonly asking: boolean;
  /** The last answer; it stays on the screen while the next is asked for. */
  readonly tried: Tried | undefined;
  readonly problem: Problem | undefined;
}

export const LONGEST = 20_000;
/** Somebody who types makes the server answer once. */
const SETTLE_MS = 350;

/** The test field: a text, and what the settings on the screen would replace in it. */
export class TryStore {
  readonly state: Store<Trial>;
  private readonly writable: WritableStore<Trial> = createStore<Trial>({
    text: '',
    format: 'text',
    asking: false,
    tried: undefined,
    problem: undefined,
  });
  private asked = 0;

  constructor(
    private readonly client: Client,
    private readonly wait: (ms: number) => Promise<void>,
    private readonly settings: () => Settings | undefined,
  ) {
    this.state = this.writable;
  }

  async type(text: string): Promise<void> {
    this.set({ text });
    await this.ask();
  }

  async choose(format: TextFormat): Promise<void> {
    this.set({ format });
    await this.ask();
  }

  /** Asks with what is on the screen now; an older question's answer is not shown any more. */
  async ask(): Promise<void> {
    const turn = ++this.asked;
    const { text, format } = this.writable.get();
    if (text === '') {
      this.set({ asking: false, tried: undefined, problem: undefined });
      return;
    }
    this.set({ asking: true });
    await this.wait(SETTLE_MS);
    if (turn !== this.asked) {
      return;
    }
    const settings = this.settings();
    const request: TestRequest = { text, format, ...(settings === undefined ? {} : { settings }) };
    const answer = await this.client.post('redaction/test', request, parseTestResult);
    if (turn === this.asked) {
      this.set(
        answer.ok
          ? { asking: false, tried: { text, findings: answer.value.findings }, problem: undefined }
          : { asking: false, problem: answer.problem },
      );
    }
  }

  private set(part: Partial<Trial>): void {
    this.writable.set({ ...this.writable.get(), ...part });
  }
}
