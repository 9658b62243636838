import { Random } from './random.ts';

export interface Person {
  readonly first: string;
  readonly last: string;
  readonly username: string;
  readonly userKey: string;
  readonly mail: string;
  readonly ip: string;
}

/** One browser of one person: what an access log repeats on each of its lines. */
export interface Session {
  readonly person: Person;
  readonly id: string;
  readonly hash: string;
  readonly agent: string;
}

export interface Organisation {
  readonly domain: string;
  readonly baseHost: string;
  readonly hosts: readonly string[];
  readonly people: readonly Person[];
  readonly sessions: readonly Session[];
}

const ONSETS = 'b br ch d dr f g gr h j k kl l m n p r s sch st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ei ie ou ö ü a e o i'.split(' ');
const CODAS = 'n r l s t m nd rt ck x th sen'.split(' ');
const ENDINGS = 'son er mann ova ski ini ez berg ley wick ara'.split(' ');

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/%.3 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:%.0) Gecko/20100101 Firefox/%.0',
  'Apache-HttpClient/4.5.% (Java/17.0.9)',
  'git/2.%.1',
];

/** Names are made of syllables, so that no list of real names knows them. */
export function syllables(random: Random, count: number): string {
  let name = '';
  for (let i = 0; i < count; i++) {
    name += random.pick(ONSETS) + random.pick(VOWELS);
  }
  return name + random.pick(CODAS);
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function ascii(text: string): string {
  return text.replaceAll('ö', 'oe').replaceAll('ü', 'ue');
}

function person(random: Random, index: number, domain: string): Person {
  const first = syllables(random, random.between(1, 2));
  const last = syllables(random, random.between(1, 2)) + random.pick(ENDINGS);
  const full = `${ascii(first)}.${ascii(last)}`;
  const short = `${ascii(first).charAt(0)}${ascii(last)}${index > 50 ? index : ''}`;
  return {
    first: capital(first),
    last: capital(last),
    username: random.chance(0.5) ? full : short,
    userKey: `JIRAUSER${10000 + index * 7}`,
    mail: `${full}@${domain}`,
    ip: `10.${random.between(16, 40)}.${random.below(256)}.${random.between(1, 254)}`,
  };
}

export function organisation(random: Random, size: number): Organisation {
  const domain = `${ascii(syllables(random, 2))}-group.com`;
  const people = Array.from({ length: size }, (_, index) => person(random, index, domain));
  const sessions = Array.from({ length: size * 2 }, () => ({
    person: random.skewed(people),
    id: random.text('0123456789ABCDEF', 32),
    hash: random.text('abcdefghijklmnopqrstuvwxyz0123456789', 7),
    agent: random.skewed(AGENTS).replaceAll('%', String(random.between(11, 131))),
  }));
  const roles = ['db', 'ldap', 'smtp', 'proxy', 'node', 'nfs', 'search', 'git', 'build', 'mon'];
  const hosts = roles.flatMap((role) =>
    [1, 2, 3].map((n) => `${role}${String(n).padStart(2, '0')}.prod.${domain}`),
  );
  return { domain, baseHost: `work.${domain}`, hosts, people, sessions };
}
