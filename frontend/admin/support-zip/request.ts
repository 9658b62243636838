import type { BrowserFacts } from '../browser-facts';
import { timeOf, type Choice } from './choice';
import type { SupportZipRequest } from './contract';
import { redactionOf, type Linking } from './linking';
import type { Choosing } from './page-state';

/** Which nodes give a part of a ZIP on the server; nothing for all of them. */
export function nodesOf({ nodes, without }: Choosing): Pick<SupportZipRequest, 'nodes'> {
  const wanted = nodes.map(({ name }) => name).filter((name) => !without.includes(name));
  return wanted.length === nodes.length ? {} : { nodes: wanted };
}

/** The body of the POST: the choice, and for a download the name to ask for its progress by. */
export function requestOf(
  choice: Choice,
  linking: Linking,
  progress: string | undefined,
  browser: BrowserFacts,
  now: number,
): SupportZipRequest {
  const { limits } = choice;
  const options = Object.fromEntries(
    Object.entries(choice.options).filter(([item]) => choice.items.includes(item)),
  );
  const redaction = {
    ...redactionOf(linking),
    ...(choice.directory ? { learnFrom: ['directory' as const] } : {}),
  };
  return {
    ...(choice.preset === 'custom' ? { items: choice.items } : { preset: choice.preset }),
    ...(Object.keys(options).length > 0 ? { options } : {}),
    maxBytes: limits.maxBytes,
    maxBytesPerItem: limits.maxBytesPerItem,
    ...(limits.maxSeconds === undefined ? {} : { maxSeconds: limits.maxSeconds }),
    ...timeOf(limits, now),
    ...(Object.keys(redaction).length > 0 ? { redaction } : {}),
    browser,
    ...(progress === undefined ? {} : { progress }),
  };
}
