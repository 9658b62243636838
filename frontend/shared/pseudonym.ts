/** What a pseudonym replaces, by the word in front of it. */
const KINDS: Readonly<Record<string, string>> = {
  redacted: 'password',
  user: 'user',
  name: 'full-name',
  host: 'host',
  domain: 'host',
  phone: 'phone',
  card: 'card',
  unit: 'ldap-dn',
  project: 'project',
  own: 'own',
};

const WORDS = Object.keys(KINDS).join('|');

/** A word and a tag of ten hex digits, an IPv4 address of 240.0.0.0/4, or an IPv6 address of 2001:db8::/32. */
export const PSEUDONYM = new RegExp(
  `\\b(?:(${WORDS})-[0-9a-f]{10}(?![0-9a-f])|(2(?:4\\d|5[0-4])(?:\\.\\d{1,3}){3})\\b|(2001:db8(?::[0-9a-f]{0,4}){1,6}))`,
  'g',
);

/** The kind of what PSEUDONYM found. */
export function kindOf(found: RegExpMatchArray): string {
  const [, word, ipv4] = found;
  return word === undefined ? (ipv4 === undefined ? 'ipv6' : 'ipv4') : (KINDS[word] ?? 'own');
}
