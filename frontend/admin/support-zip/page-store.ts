import type { Client } from '../../shared/client';
import { problemOf } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import type { BrowserFacts } from '../browser-facts';
import type { Notice } from '../problems';
import { parseCase, parseCases, parseRules, type NewSupportCase } from '../redaction/contract';
import {
  defaultChoice,
  restoreChoice,
  isComplete,
  restoreLimits,
  storedChoice,
  timeOf,
  withItem,
  withOption,
  withPreset,
  type Choice,
  type Limits,
} from './choice';
import { parseCatalogue, parseNodes, type Catalogue } from './contract';
import { stillThere, turnedTo, UNLINKED, type Linking } from './linking';
import type { Download } from './download';
import type { Choosing, PageState } from './page-state';
import { nodesOf, requestOf } from './request';
import {
  cancel,
  check,
  follow,
  restoreRun,
  type Pace,
  type Run,
  type RunName,
  type Wait,
} from './run';
import { periodFault } from './period';
import { parseStoredZip, type StoredZip } from './stored-contract';

export interface PageParts {
  readonly client: Client;
  readonly download: Download;
  readonly wait: Wait;
  readonly pace: Pace;
  readonly newId: () => string;
  readonly now: () => number;
  readonly browser: () => BrowserFacts;
  /** The server has taken an order for a ZIP that stays there. */
  readonly onStored: (zip: StoredZip) => Promise<void>;
  /** Survives the browser: the choice of the last ZIP. */
  readonly lasting: Pick<Storage, 'getItem' | 'setItem'>;
  /** Survives a sign-in and a reload of the tab: the choice being made, and the run being followed. */
  readonly passing: Pick<Storage, 'getItem' | 'removeItem' | 'setItem'>;
}

const CHOICE = 'hearth.support-zip.choice';
const RUN = 'hearth.support-zip.run';
/** Somebody who tries several limits makes the server count once. */
const SETTLE_MS = 400;

/** The whole behaviour of the page; what shows it only reads the state and calls these actions. */
export class SupportZipPage {
  readonly state: Store<PageState>;
  private readonly writable: WritableStore<PageState> = createStore<PageState>({
    phase: 'loading',
  });
  private counts = 0;
  /** Kept while the page asks anew, after a refusal or for the next ZIP. */
  private linking: Linking = UNLINKED;

  constructor(private readonly parts: PageParts) {
    this.state = this.writable;
  }

  readonly now = (): number => this.parts.now();

  /** Shows the choice, or the run that was under way when the tab was reloaded. */
  async load(): Promise<void> {
    this.writable.set({ phase: 'loading' });
    const run = restoreRun(this.parts.passing.getItem(RUN));
    await (run === undefined ? this.offer(undefined) : this.watch(run, 0));
  }

  choosePreset(preset: Choice['preset']): void {
    this.choose((choice, catalogue) => withPreset(choice, catalogue, preset));
  }

  chooseItem(id: string, wanted: boolean): void {
    this.choose((choice, catalogue) => withItem(choice, catalogue, id, wanted));
  }

  chooseOption(item: string, option: string, value: number): void {
    this.choose((choice) => withOption(choice, item, option, value));
  }

  chooseDirectory(directory: boolean): void {
    this.choose((choice) => ({ ...choice, directory }));
  }

  chooseNode(name: string, wanted: boolean): void {
    this.choosing((now) => {
      const others = now.without.filter((one) => one !== name);
      return { ...now, without: wanted ? others : [...others, name] };
    });
  }

  async chooseLimits(limits: Limits): Promise<void> {
    const count = ++this.counts;
    this.choose((choice) => ({ ...choice, limits }));
    this.choosing((now) => ({ ...now, sizes: 'counting' }));
    await this.parts.wait(SETTLE_MS);
    if (count !== this.counts) {
      return;
    }
    if (periodFault(limits.period) !== undefined) {
      this.choosing((now) => ({ ...now, sizes: 'counted' }));
      return;
    }
    const answer = await this.parts.client.get(this.itemsPath(limits), parseCatalogue);
    if (count === this.counts) {
      this.choosing((now) =>
        answer.ok
          ? { ...now, catalogue: answer.value, sizes: 'counted' }
          : { ...now, sizes: 'stale', notice: answer.problem },
      );
    }
  }

  /** Looks back so many days, as far as the server takes that; undefined leaves the choice alone. */
  async reachBack(days: number | undefined): Promise<void> {
    const now = this.writable.get();
    if (days !== undefined && now.phase === 'choosing') {
      const { min, max } = now.catalogue.limits.sinceDays;
      await this.chooseLimits({
        ...now.choice.limits,
        period: undefined,
        sinceDays: Math.min(max, Math.max(min, days)),
      });
    }
  }

  /** The same on the server, where it stays: nothing has to be waited for. */
  async store(): Promise<void> {
    const now = this.begin();
    const linked = now === undefined ? undefined : await this.opened(now.linking);
    if (now === undefined || linked === undefined) {
      return;
    }
    const { client, browser, lasting, onStored } = this.parts;
    lasting.setItem(CHOICE, storedChoice(now.choice));
    const request = {
      ...requestOf(now.choice, linked, undefined, browser(), this.parts.now()),
      ...nodesOf(now),
    };
    const answer = await client.post('support-zips', request, parseStoredZip);
    this.choosing((before) => ({
      ...before,
      starting: false,
      notice: answer.ok ? undefined : answer.problem,
    }));
    if (answer.ok) {
      await onStored(answer.value);
    }
  }

  async create(): Promise<void> {
    const now = this.begin();
    if (now === undefined) {
      return;
    }
    const { client, download, newId, browser, lasting, pace } = this.parts;
    const { linking } = now;
    const id = newId();
    const problem = await check(client, id);
    if (problem !== undefined) {
      this.choosing((before) => ({ ...before, starting: false, notice: problem }));
      return;
    }
    const linked = await this.opened(linking);
    if (linked === undefined) {
      return;
    }
    lasting.setItem(CHOICE, storedChoice(now.choice));
    const request = requestOf(now.choice, linked, id, browser(), this.parts.now());
    download(client.url('support-zip'), request, (body) => {
      void this.refused(id, body);
    });
    const titles = Object.fromEntries(now.catalogue.items.map((item) => [item.id, item.title]));
    await this.watch({ id, titles, kinds: now.kinds }, pace.startMs);
  }

  /** The choice, unless something is missing or under way. */
  private begin(): Choosing | undefined {
    const now = this.writable.get();
    if (now.phase !== 'choosing' || now.starting || !isComplete(now.choice)) {
      return undefined;
    }
    if (now.linking.kind === 'new' && now.linking.name.trim() === '') {
      this.choosing((before) => ({ ...before, unnamed: true }));
      return undefined;
    }
    this.choosing((before) => ({ ...before, starting: true, notice: undefined }));
    return now;
  }

  turnTo(kind: Linking['kind']): void {
    this.choosing((now) => ({
      ...now,
      linking: turnedTo(kind, now.cases ?? [], now.linking),
      unnamed: false,
    }));
  }

  link(linking: Linking): void {
    this.choosing((now) => ({ ...now, linking, unnamed: false }));
  }

  async cancel(): Promise<void> {
    const run = this.run();
    if (run === undefined || run.cancelling) {
      return;
    }
    this.writable.set({ phase: 'running', run: { ...run, cancelling: true } });
    const problem = await cancel(this.parts.client, run.id);
    const after = this.run();
    if (problem !== undefined && after?.id === run.id) {
      this.writable.set({
        phase: 'running',
        run: { ...after, cancelling: false, interrupted: problem },
      });
    }
  }

  /** A new case exists before the ZIP that is made for it; a second try finds it among the others. */
  private async opened(linking: Linking): Promise<Linking | undefined> {
    if (linking.kind !== 'new') {
      return linking;
    }
    const request: NewSupportCase = { name: linking.name.trim(), lookup: linking.lookup };
    const answer = await this.parts.client.post('redaction/cases', request, parseCase);
    if (!answer.ok) {
      this.choosing((now) => ({ ...now, starting: false, notice: answer.problem }));
      return undefined;
    }
    const linked: Linking = { kind: 'case', id: answer.value.id };
    this.choosing((now) => ({
      ...now,
      cases: [answer.value, ...(now.cases ?? [])],
      linking: linked,
    }));
    return linked;
  }

  private async offer(notice: Notice | undefined): Promise<void> {
    const { client, lasting, passing } = this.parts;
    const stored = passing.getItem(CHOICE) ?? lasting.getItem(CHOICE);
    const asked = await client.get(this.itemsPath(restoreLimits(stored)), parseCatalogue);
    // Remembered limits that this server no longer takes must not lock the page.
    const refused = !asked.ok && asked.problem.kind === 'invalid';
    const answer = refused ? await client.get(this.itemsPath(undefined), parseCatalogue) : asked;
    if (!answer.ok) {
      this.writable.set({ phase: 'unavailable', problem: answer.problem });
      return;
    }
    const [cases, rules, nodes] = await Promise.all([
      client.get('redaction/cases', parseCases),
      client.get('redaction/rules', parseRules),
      client.get('nodes', parseNodes),
    ]);
    const open = cases.ok ? cases.value.cases : undefined;
    const kinds = rules.ok ? rules.value.kinds : [];
    this.writable.set({
      phase: 'choosing',
      catalogue: answer.value,
      nodes: nodes.ok ? nodes.value.nodes : [],
      without: [],
      choice: restoreChoice(stored, answer.value) ?? defaultChoice(answer.value),
      sizes: 'counted',
      starting: false,
      cases: open,
      kinds: Object.fromEntries(kinds.map(({ id, title }) => [id, title])),
      linking: stillThere(this.linking, open),
      unnamed: false,
      notice,
    });
  }

  private async watch(name: RunName, startMs: number): Promise<void> {
    const { client, passing, wait, pace } = this.parts;
    const { id } = name;
    passing.setItem(RUN, JSON.stringify(name));
    this.writable.set({
      phase: 'running',
      run: { ...name, progress: undefined, cancelling: false, interrupted: undefined },
    });
    const end = await follow(client, id, wait, { ...pace, startMs }, (seen) => {
      const run = this.run();
      if (run?.id !== id) {
        return false;
      }
      this.writable.set({ phase: 'running', run: { ...run, ...seen } });
      return true;
    });
    const run = this.run();
    if (end.kind === 'left' || run?.id !== id) {
      return;
    }
    passing.removeItem(RUN);
    if (end.kind === 'gone' && run.progress === undefined) {
      await this.offer(startMs > 0 ? { kind: 'unstarted' } : undefined);
    } else {
      this.writable.set({ phase: 'finished', ending: end, kinds: run.kinds });
    }
  }

  /** The frame that should have become a download holds an answer instead. */
  private async refused(id: string, body: string): Promise<void> {
    if (this.run()?.id !== id) {
      return;
    }
    this.parts.passing.removeItem(RUN);
    this.writable.set({ phase: 'loading' });
    await this.offer(await this.refusal(id, body));
  }

  private async refusal(id: string, body: string): Promise<Notice> {
    const problem = problemOf(0, body);
    // Status 0: no problem document but, say, the product's login page. Ask again to know which.
    return problem.kind === 'server' && problem.status === 0
      ? ((await check(this.parts.client, id)) ?? { kind: 'unstarted' })
      : problem;
  }

  private itemsPath(limits: Limits | undefined): string {
    if (limits === undefined) {
      return 'support-zip/items';
    }
    const time = Object.entries(timeOf(limits, this.parts.now()));
    const query = [...time, ['maxBytesPerItem', limits.maxBytesPerItem] as const].map(
      ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
    );
    return `support-zip/items?${query.join('&')}`;
  }

  private run(): Run | undefined {
    const now = this.writable.get();
    return now.phase === 'running' ? now.run : undefined;
  }

  private choosing(change: (now: Choosing) => Choosing): void {
    const now = this.writable.get();
    if (now.phase === 'choosing') {
      const next = change(now);
      this.parts.passing.setItem(CHOICE, storedChoice(next.choice));
      this.linking = next.linking;
      this.writable.set(next);
    }
  }

  private choose(change: (choice: Choice, catalogue: Catalogue) => Choice): void {
    this.choosing((now) => ({
      ...now,
      choice: change(now.choice, now.catalogue),
      notice: undefined,
    }));
  }
}
