import type { components } from '../../shared/api-types';
import type { Client } from '../../shared/client';
import { count, list, oneOf, shape, type Parser } from '../../shared/parse';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import { DestinationStore } from '../destination-store';

type Forwarding = components['schemas']['ErrorForwarding'];
type Drop = components['schemas']['ForwardingDrop'];

const DROPS = [
  'rate',
  'full',
  'told-to-wait',
  'refused',
  'not-delivered',
  'failed',
] as const satisfies Drop[];

const parseForwarding: Parser<Forwarding> = shape({
  waiting: count,
  forwarded: count,
  pausedSeconds: count,
  dropped: list(shape({ why: oneOf(...DROPS), count })),
});

/** `'unknown'` when the server did not tell: the destination itself can still be seen and taken away. */
export type Counts = Forwarding | 'loading' | 'unknown';

/** Where errors are forwarded to, and what became of them. */
export class ForwardingStore {
  readonly destination: DestinationStore;
  readonly counts: Store<Counts>;
  private readonly writable: WritableStore<Counts> = createStore<Counts>('loading');

  constructor(private readonly client: Client) {
    this.destination = new DestinationStore(client, 'error-forwarding');
    this.counts = this.writable;
  }

  async load(): Promise<void> {
    const [answer] = await Promise.all([
      this.client.get('errors/forwarding', parseForwarding),
      this.destination.load(),
    ]);
    this.writable.set(answer.ok ? answer.value : 'unknown');
  }
}
