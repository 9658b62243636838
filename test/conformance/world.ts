import { ascii, capital } from '../tools/people.ts';
import { DIGITS, type Random } from '../tools/random.ts';

/** Syllables and words of one profile: another profile shares none of the names it makes. */
export interface Naming {
  readonly onsets: readonly string[];
  readonly vowels: readonly string[];
  readonly endings: readonly string[];
  readonly topLevels: readonly string[];
  readonly hostRoles: readonly string[];
  /** User names that are ordinary words: only where the context says so are they users. */
  readonly ordinary: readonly string[];
}

export interface Subject {
  readonly first: string;
  readonly last: string;
  readonly username: string;
  readonly userKey: string;
  readonly mail: string;
  readonly mailLocal: string;
  readonly domain: string;
  readonly phone: string;
  readonly ordinary: boolean;
  /** Where the logs reveal this person; each place is used by a part of the people. */
  readonly revealed: 'column' | 'mail' | 'directory';
}

export interface World {
  readonly people: readonly Subject[];
  readonly domains: readonly string[];
  readonly hosts: readonly string[];
  readonly machines: readonly string[];
  readonly baseHost: string;
  readonly ipv4: readonly string[];
  readonly ipv6: ReadonlyArray<readonly number[]>;
  readonly macs: readonly string[];
  readonly passwords: readonly string[];
}

function word(random: Random, naming: Naming, syllables: number): string {
  let text = '';
  for (let i = 0; i < syllables; i++) {
    text += random.pick(naming.onsets) + random.pick(naming.vowels);
  }
  return text + random.pick(naming.endings);
}

function unique<T>(count: number, make: () => T, key: (value: T) => string): T[] {
  const seen = new Set<string>();
  const values: T[] = [];
  while (values.length < count) {
    const value = make();
    if (!seen.has(key(value))) {
      seen.add(key(value));
      values.push(value);
    }
  }
  return values;
}

function many(count: number, make: () => string): string[] {
  return unique(count, make, (value) => value);
}

const COUNTRY = ['+49 30', '+1 415', '+44 20', '+33 1', '+41 44', '+48 22', '+31 20'];

function phone(random: Random): string {
  const number = `${random.between(2, 9)}${random.text(DIGITS, 6)}`;
  const country = random.pick(COUNTRY);
  return random.pick([
    `${country} ${number}`,
    `${country.replace(' ', '')}${number}`,
    `${country.replace(' ', '-')}-${number.slice(0, 3)}-${number.slice(3)}`,
    `${country.replace(/ (\d+)/, ' ($1)')} ${number.slice(0, 3)} ${number.slice(3)}`,
  ]);
}

function subject(random: Random, naming: Naming, index: number, domains: readonly string[]): Subject {
  const first = word(random, naming, random.between(1, 2));
  const last = word(random, naming, 2);
  const dotted = `${ascii(first)}.${ascii(last)}`;
  const ordinary = naming.ordinary[index];
  // A mail of ASCII letters does not teach a name that has others.
  const spelledOut = ascii(first + last) === first + last;
  const revealed = spelledOut ? random.pick(['column', 'mail', 'directory'] as const) : 'directory';
  const shortName = `${ascii(first).charAt(0)}${ascii(last)}`;
  const username =
    ordinary ?? (revealed === 'mail' ? dotted : random.pick([dotted, shortName, `${shortName}${random.between(2, 99)}`]));
  const domain = random.skewed(domains);
  return {
    first: capital(first),
    last: capital(last),
    username,
    userKey: `JIRAUSER${random.between(10100, 999999)}`,
    mailLocal: dotted,
    mail: `${dotted}@${domain}`,
    domain,
    phone: phone(random),
    ordinary: ordinary !== undefined,
    revealed,
  };
}

function address(random: Random, subnets: readonly string[]): string {
  return `${random.skewed(subnets)}.${random.between(1, 254)}`;
}

function password(random: Random): string {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const mixed = random.text(letters, random.between(9, 22));
  const at = random.between(3, 6);
  return random.chance(0.5)
    ? mixed
    : `${mixed.slice(0, at)}${random.pick(['-', '_', '.', '!', '+'])}${mixed.slice(at)}${random.below(100)}`;
}

export function world(random: Random, naming: Naming, people: number): World {
  const domains = many(12, () => `${ascii(word(random, naming, 2))}${random.pick(naming.topLevels)}`);
  const hosts = many(people * 2, () => {
    const site = random.chance(0.5) ? `${ascii(word(random, naming, 1))}.` : '';
    return `${random.pick(naming.hostRoles)}${random.between(1, 99)}.${site}${random.skewed(domains)}`;
  });
  const subnets = many(60, () =>
    random.pick([
      `10.${random.between(1, 254)}.${random.below(256)}`,
      `192.168.${random.below(256)}`,
      `172.${random.between(16, 31)}.${random.below(256)}`,
      `${random.between(60, 99)}.${random.between(30, 250)}.${random.below(256)}`,
    ]),
  );
  const site = [0x2a02, random.below(65536), random.below(65536)];
  return {
    people: unique(people, () => subject(random, naming, -1, domains), (p) => p.mail).map((p, index) =>
      index < naming.ordinary.length ? subject(random, naming, index, domains) : p,
    ),
    domains,
    hosts,
    machines: many(40, () => `${ascii(word(random, naming, 1))}${random.pick(['srv', 'db', 'vm', 'node'])}${random.between(10, 99)}`),
    baseHost: `${random.pick(['tools', 'work', 'collab'])}.${domains[0] ?? ''}`,
    ipv4: many(people, () => address(random, subnets)),
    ipv6: unique(
      people,
      () =>
        random.chance(0.2)
          ? [0xfe80, 0, 0, 0, ...Array.from({ length: 4 }, () => random.between(4096, 65535))]
          : [...site, random.below(16), 0, 0, random.between(4096, 65535), random.between(4096, 65535)],
      (groups) => groups.join(':'),
    ),
    macs: many(people, () => random.hex(12)),
    passwords: many(people, () => password(random)),
  };
}
