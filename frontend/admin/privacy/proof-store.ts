import type { Client } from '../../shared/client';
import type { Problem } from '../../shared/problem';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { parseEgress, type Egress } from './contract';

/** The origins that a page asked anything of; none when it could not be opened here. */
export interface PageProof {
  readonly page: string;
  readonly origins: readonly string[];
  readonly requests: number;
}

export type ProofState =
  | { readonly phase: 'idle' | 'running' }
  | { readonly phase: 'failed'; readonly problem: Problem }
  | {
      readonly phase: 'done';
      readonly at: string;
      readonly egress: Egress;
      readonly pages: readonly PageProof[];
    };

export class ProofStore {
  readonly state: Store<ProofState>;
  private readonly writable: WritableStore<ProofState> = createStore<ProofState>({
    phase: 'idle',
  });

  constructor(
    private readonly client: Client,
    private readonly pages: readonly string[],
    private readonly open: (page: string) => Promise<PageProof>,
  ) {
    this.state = this.writable;
  }

  async run(): Promise<void> {
    this.writable.set({ phase: 'running' });
    const answer = await this.client.post('privacy/egress', {}, parseEgress);
    if (!answer.ok) {
      this.writable.set({ phase: 'failed', problem: answer.problem });
      return;
    }
    const pages: PageProof[] = [];
    for (const page of this.pages) {
      pages.push(await this.open(page));
    }
    this.writable.set({
      phase: 'done',
      at: new Date().toISOString(),
      egress: answer.value,
      pages,
    });
  }
}

/** Long enough for a page to load its parts and its data. */
const SETTLED = 2500;
const LONGEST = 10_000;

/** Opens a page unseen and reads from the browser what it asked for. */
export function openUnseen(contextPath: string): (page: string) => Promise<PageProof> {
  return (page) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.hidden = true;
      frame.title = page;
      const end = (): void => {
        const proof = read(frame, page);
        frame.remove();
        resolve(proof);
      };
      const late = window.setTimeout(end, LONGEST);
      frame.addEventListener('load', () => {
        window.clearTimeout(late);
        window.setTimeout(end, SETTLED);
      });
      frame.src = `${contextPath}/plugins/servlet/hearth/admin/${page}`;
      document.body.append(frame);
    });
}

function read(frame: HTMLIFrameElement, page: string): PageProof {
  try {
    const view = frame.contentWindow;
    // A page that may not stand in a frame is an error page of another origin.
    if (view?.document.getElementById('hearth-app') == null) {
      return { page, origins: [], requests: 0 };
    }
    const asked = view.performance.getEntriesByType('resource').map(({ name }) => name);
    const origins = asked.map((name) => new URL(name).origin).filter((one) => one !== 'null');
    return {
      page,
      origins: [...new Set([view.location.origin, ...origins])].sort(),
      requests: asked.length + 1,
    };
  } catch {
    return { page, origins: [], requests: 0 };
  }
}
