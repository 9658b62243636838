import { randomBytes, randomInt } from 'node:crypto';

/** Values that nobody could have put on a list: made anew for each run. */
export interface Planted {
  readonly user: string;
  readonly fullName: string;
  readonly mail: string;
  readonly host: string;
  readonly ipv4: string;
  readonly ipv6: string;
  readonly password: string;
  readonly jwt: string;
  readonly cookie: string;
  readonly token: string;
  readonly basic: string;
  readonly phone: string;
}

const SYLLABLES = [
  'ba',
  'dro',
  'fel',
  'gim',
  'ku',
  'lor',
  'mex',
  'nav',
  'pol',
  'ruz',
  'sti',
  'vek',
];

const word = (syllables: number): string =>
  Array.from({ length: syllables }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const base64url = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

export function plant(): Planted {
  const [first, last, company] = [word(3), word(4), word(4)];
  const user = `${first}.${last}`;
  const password = `${word(2)}&${randomBytes(6).toString('hex')}<${word(2)}`;
  const claims = base64url({ sub: user, exp: 1_900_000_000 });
  const signature = randomBytes(32).toString('base64url');
  return {
    user,
    fullName: `${capital(first)} ${capital(last)}`,
    mail: `${user}@${company}.test`,
    host: `${word(3)}-${String(randomInt(10, 99))}.${company}.test`,
    ipv4: `10.${String(randomInt(20, 250))}.${String(randomInt(20, 250))}.${String(randomInt(20, 250))}`,
    ipv6: `2001:db8:${randomBytes(2).toString('hex')}::${String(randomInt(1000, 9999))}`,
    password,
    jwt: `${base64url({ alg: 'HS256', typ: 'JWT' })}.${claims}.${signature}`,
    cookie: randomBytes(16).toString('hex').toUpperCase(),
    token: `ghp_${randomBytes(27).toString('base64url').replaceAll(/[-_]/g, 'x')}`,
    basic: Buffer.from(`${user}:${password}`).toString('base64'),
    phone: `+49 30 ${String(randomInt(1_000_000, 9_999_999))}`,
  };
}

/** The lines that log writers of any product are known to write. */
export function linesOf(planted: Planted): string {
  const { user, fullName, mail, host, ipv4, ipv6, password, jwt, cookie, token, basic } = planted;
  return [
    `2026-01-05 10:15:30,000 WARN [c.e.Directory] user found: ${fullName} <${mail}>`,
    `2026-01-05 10:15:31,000 INFO [c.e.Login] login ok username=${user} from ${ipv4}`,
    `2026-01-05 10:15:32,000 INFO [c.e.Page] viewed by ${fullName}, who is ${user.toUpperCase()}`,
    `2026-01-05 10:15:33,000 INFO [c.e.Mail] sent to=${mail.replace('@', '%40')} or ${mail.replace('@', '&#64;')}`,
    `2026-01-05 10:15:34,000 WARN [c.e.Pool] jdbc:postgresql://${host}:5432/app?user=${user}&password=${encodeURIComponent(password)}`,
    `2026-01-05 10:15:35,000 WARN [c.e.Net] connection to ${host}/${ipv4}:5432 refused, then [${ipv6}]:443`,
    `2026-01-05 10:15:36,000 DEBUG [c.e.Http] Authorization: Bearer ${jwt}`,
    `2026-01-05 10:15:37,000 DEBUG [c.e.Http] Authorization: Basic ${basic}`,
    `2026-01-05 10:15:38,000 DEBUG [c.e.Http] Cookie: JSESSIONID=${cookie}; seraph.rememberme.cookie=${cookie}`,
    `2026-01-05 10:15:39,000 DEBUG [c.e.Git] clone https://x:${token}@${host}/scm/app.git by ~${user}`,
    `2026-01-05 10:15:40,000 INFO [c.e.Sms] to ${planted.phone}: {"displayName":"${fullName}","name":"${user}"}`,
    `	at com.example.mail.Sender.send(Sender.java:42) [/home/${user}/app.jar]`,
    '',
  ].join('\n');
}

/** How a value may be spelled without anybody having hidden it. */
export function spellings(value: string): readonly string[] {
  const markup = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('@', '&#64;');
  const once = [
    value,
    encodeURIComponent(value),
    markup,
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    value.replaceAll('&', '\\u0026').replaceAll('<', '\\u003c'),
    value.replaceAll('@', '\\u0040'),
    value.replaceAll(' ', '+'),
    value.replaceAll(' ', '_'),
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
  ];
  return [...new Set(once.map((one) => one.toLowerCase()))];
}
