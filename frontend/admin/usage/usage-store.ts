import type { Client, Result } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import {
  KINDS,
  parseFile,
  parseReport,
  parseStored,
  parseUsage,
  type Kind,
  type Report,
  type Settings,
  type Usage,
} from './contract';

export interface Ready {
  readonly phase: 'ready';
  readonly usage: Usage;
  readonly kinds: readonly Kind[];
  readonly settings: Settings;
  readonly days: number;
  readonly report: Report | undefined;
  /** Names of stored files, and the one that is looked at. */
  readonly stored: readonly string[];
  readonly file: { readonly name: string; readonly text: string } | undefined;
  readonly busy: boolean;
  readonly done: 'agreed' | 'saved' | 'withdrawn' | undefined;
  readonly problem: Problem | undefined;
}

export type UsagePageState =
  | Ready
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem };

/** What may be counted, what was agreed to, and what came of it. */
export class UsageStore {
  readonly state: Store<UsagePageState>;
  private readonly writable: WritableStore<UsagePageState> = createStore<UsagePageState>({
    phase: 'loading',
  });

  constructor(private readonly client: Client) {
    this.state = this.writable;
  }

  async load(): Promise<void> {
    this.writable.set({ phase: 'loading' });
    const answer = await this.client.get('usage', parseUsage);
    if (!answer.ok) {
      this.writable.set({ phase: 'unavailable', problem: answer.problem });
      return;
    }
    const usage = answer.value;
    this.writable.set({
      phase: 'ready',
      usage,
      // Nothing is ticked for anybody but what is needed and harms nobody.
      kinds: usage.consent?.kinds ?? ['features'],
      settings: usage.settings,
      days: 84,
      report: undefined,
      stored: [],
      file: undefined,
      busy: false,
      done: undefined,
      problem: undefined,
    });
    await this.loadNumbers();
  }

  choose(kind: Kind, wanted: boolean): void {
    this.ready((now) => ({
      ...now,
      kinds: KINDS.filter((one) => (one === kind ? wanted : now.kinds.includes(one))),
      done: undefined,
    }));
  }

  edit(part: Partial<Settings>): void {
    this.ready((now) => ({ ...now, settings: { ...now.settings, ...part }, done: undefined }));
  }

  discard(): void {
    this.ready((now) => ({ ...now, settings: now.usage.settings, problem: undefined }));
  }

  /** Agrees to all that the page lists for the kinds that are chosen. */
  async agree(): Promise<void> {
    const now = this.writable.get();
    if (now.phase === 'ready' && !now.busy) {
      const features = listed(now).flatMap((one) => one.features.map(({ name }) => name));
      await this.change('agreed', () =>
        this.client.put('usage/consent', { kinds: now.kinds, features }, parseUsage),
      );
    }
  }

  async withdraw(deleting: boolean): Promise<void> {
    await this.change('withdrawn', () =>
      this.client.post('usage/withdrawal', { delete: deleting }, parseUsage),
    );
  }

  async save(): Promise<void> {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      await this.change('saved', () => this.client.put('usage/settings', now.settings, parseUsage));
    }
  }

  async period(days: number): Promise<void> {
    this.ready((now) => ({ ...now, days }));
    await this.loadNumbers();
  }

  async look(name: string): Promise<void> {
    const path = `usage/stored/content?name=${encodeURIComponent(name)}`;
    const answer = await this.client.get(path, (value, place) => {
      parseFile(value, place);
      return JSON.stringify(value, undefined, 1);
    });
    this.ready((now) =>
      answer.ok
        ? { ...now, file: { name, text: answer.value } }
        : { ...now, problem: answer.problem },
    );
  }

  changed(): boolean {
    const now = this.writable.get();
    return now.phase === 'ready' && hasChanges(now);
  }

  exportUrl(form: 'csv' | 'json', days: number): string {
    return this.client.url(`usage/export?format=${form}&days=${String(days)}`);
  }

  private async change(
    done: 'agreed' | 'saved' | 'withdrawn',
    call: () => Promise<Result<Usage>>,
  ): Promise<void> {
    const asked = this.writable.get();
    this.ready((now) => ({ ...now, busy: true, problem: undefined, done: undefined }));
    const answer = await call();
    this.ready((now) =>
      answer.ok
        ? {
            ...now,
            usage: answer.value,
            kinds: answer.value.consent?.kinds ?? ['features'],
            // What was typed meanwhile stays.
            settings:
              asked.phase === 'ready' && now.settings !== asked.settings
                ? now.settings
                : answer.value.settings,
            file: undefined,
            busy: false,
            done,
          }
        : { ...now, busy: false, problem: answer.problem },
    );
    await this.loadNumbers();
  }

  private async loadNumbers(): Promise<void> {
    const asked = this.writable.get();
    if (asked.phase !== 'ready') {
      return;
    }
    const [report, stored] = await Promise.all([
      this.client.get(`usage/report?days=${String(asked.days)}`, parseReport),
      this.client.get('usage/stored', parseStored),
    ]);
    this.ready((now) => ({
      ...now,
      // Another period was chosen meanwhile: the answer is about the one before.
      ...(report.ok && now.days === asked.days ? { report: report.value } : {}),
      ...(report.ok ? {} : { problem: report.problem }),
      ...(stored.ok ? { stored: stored.value.names } : {}),
    }));
  }

  private ready(change: (now: Ready) => Ready): void {
    const now = this.writable.get();
    if (now.phase === 'ready') {
      this.writable.set(change(now));
    }
  }
}

export function hasChanges({ settings, usage }: Ready): boolean {
  return JSON.stringify(settings) !== JSON.stringify(usage.settings);
}

const OWN = 'io.hearth';

/** Whose features come with the chosen kinds. */
export function listed({ usage, kinds }: Pick<Ready, 'kinds' | 'usage'>): Usage['apps'] {
  return usage.apps.filter(({ app }) => app.key === OWN || kinds.includes('other-apps'));
}

/** How many features are listed that nobody agreed to. */
export function newFeatures(now: Pick<Ready, 'kinds' | 'usage'>): number {
  return listed(now)
    .flatMap(({ features }) => features)
    .filter(({ agreed }) => !agreed).length;
}

/** Whether what is chosen is what was agreed to. */
export function isAgreed(now: Pick<Ready, 'kinds' | 'usage'>): boolean {
  const { consent } = now.usage;
  return (
    consent !== undefined &&
    newFeatures(now) === 0 &&
    [...consent.kinds].sort().join() === [...now.kinds].sort().join()
  );
}
