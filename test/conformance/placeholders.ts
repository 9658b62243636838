import { BASE64, DIGITS, LOWER, UPPER, type Random } from '../tools/random.ts';
import { LOOK_ALIKES, lookAlike } from './look-alikes.ts';
import type { Keep, Part, Planted, Severity } from './parts.ts';
import { ipv6Spellings, SPELLINGS, unescape, type SpellingName } from './spellings.ts';
import * as tokens from './token-shapes.ts';
import type { Subject, World } from './world.ts';

/**
 * Fills templates: `«user»`, `«mail:url»` (a spelling), `«pw#jdbc-password»` (the kind that a secret
 * is counted by), `«=version»` (a look-alike). The values of one line belong to one person;
 * `«user2»`, `«name2»` … belong to another.
 */
export class Filler {
  private readonly shapes = Object.keys(tokens.TOKEN_SHAPES);
  private nextShape = 0;
  private nextPerson = 0;

  constructor(
    private readonly random: Random,
    private readonly world: World,
    private readonly newline = '\n',
  ) {}

  /** In turn, so that each person of the world is met. */
  everyPerson(): Subject {
    return this.people(this.nextPerson++);
  }

  line(template: string, person?: Subject): Part[] {
    const one = person ?? this.random.pick(this.world.people);
    const two = this.random.pick(this.world.people);
    const parts: Part[] = [];
    template.split(/«(.*?)»/).forEach((piece, index) => {
      if (index % 2 === 0) {
        parts.push(piece);
      } else {
        parts.push(...this.part(piece, one, two));
      }
    });
    return parts.filter((part) => part !== '');
  }

  private people(index: number): Subject {
    const person = this.world.people[index % this.world.people.length];
    if (person === undefined) {
      throw new Error('the world has no people');
    }
    return person;
  }

  private part(code: string, one: Subject, two: Subject): Part[] {
    const match = /^(=?)([a-z0-9-]+?)(2?)(?::([\w-]+))?(?:#([\w-]+))?$/.exec(code);
    if (match === null) {
      throw new Error(`not a placeholder: «${code}»`);
    }
    const [, keep, name = '', second, spelling = 'plain', secretKind] = match;
    if (keep === '=') {
      const asked = name + (second ?? '');
      const kind = asked === 'any' ? this.random.pick(LOOK_ALIKES) : asked;
      return [{ role: 'keep', text: lookAlike(kind, this.random), kind } satisfies Keep];
    }
    const person = second === '2' ? two : one;
    return secretKind === undefined
      ? this.known(name, spelling, person)
      : [this.secret(name, spelling, secretKind)];
  }

  private secret(name: string, spelling: string, kind: string): Planted {
    const r = this.random;
    const makers: Record<string, () => string> = {
      pw: () => r.pick(this.world.passwords),
      weak: () => r.pick(['changeit', 'secret', 'letmein', 'Passw0rd', 'hunter2', 'welcome1']),
      phrase: () => `${r.pick(this.world.passwords)} ${r.pick(['horse', 'staple'])} ${r.pick(this.world.passwords)}`,
      odd: () => `${r.pick(this.world.passwords)}${r.pick(['#', '$', '%', '*', '^', ')', ';'])}${r.text(LOWER, 3)}`,
      hex: () => r.hex(r.pick([32, 40, 64])),
      b64: () => tokens.base64(r, r.pick([24, 32, 33, 48])),
      opaque: () => r.text(LOWER + UPPER + DIGITS, r.between(24, 40)),
      session: () => r.text('0123456789ABCDEF', 32),
      basic: () => Buffer.from(`${r.pick(this.world.people).username}:${r.pick(this.world.passwords)}`).toString('base64'),
      jwt: () => tokens.jwt(r),
      pem: () => tokens.pem(r, this.newline),
      'pem-json': () => tokens.pem(r, '\\n'),
      saml: () => Buffer.from(`<saml2:Assertion ID="_${r.hex(32)}">${r.text(BASE64, 300)}`).toString('base64'),
      licence: () => tokens.licence(r, this.newline),
      'licence-line': () => tokens.licence(r, ''),
      'licence-props': () => tokens.licence(r, `\\${this.newline}  `),
      pat: () => tokens.personalAccessToken(r),
      remember: () => `${r.between(100000, 999999)}:${r.hex(32)}`,
      xsrf: () => `${r.text(UPPER + DIGITS, 4)}-${r.text(UPPER + DIGITS, 4)}-${r.text(UPPER + DIGITS, 4)}-${r.text(UPPER + DIGITS, 4)}_${r.hex(40)}_lin`,
    };
    if (name === 'shape') {
      return this.shape(spelling);
    }
    const make = makers[name];
    if (make === undefined) {
      throw new Error(`not a secret: «${name}»`);
    }
    return secretPart(make(), kind, name, spelling);
  }

  /** Each published shape in turn, so that one run meets all. */
  private shape(spelling: string): Planted {
    const id = this.shapes[this.nextShape++ % this.shapes.length] ?? '';
    const make = tokens.TOKEN_SHAPES[id];
    return { ...secretPart(make?.(this.random) ?? '', 'token-shape', 'shape', spelling), spelling: id };
  }

  private known(name: string, spelling: string, person: Subject): Part[] {
    const full = `${person.first} ${person.last}`;
    const r = this.random;
    const as = (value: string): string => spell(spelling, value);
    const linked = person.ordinary ? '' : person.mailLocal;
    const tagged = person.username === person.mailLocal ? linked : person.ordinary ? '' : `u:${person.username}`;
    const planted = (severity: Severity, kind: string, value: string, entity: string, needles: string[], who = ''): Part => ({
      role: 'planted', text: as(value), kind, severity, spelling: `${name}/${spelling}`,
      entity: `${name}:${entity.toLowerCase()}`, person: who, needles: needles.filter((n) => n.length > 3).map((n) => n.toLowerCase()), pieces: 1,
    });
    const nameNeedles = [person.first, person.last, person.mailLocal];
    const userNeedles = person.ordinary || person.username.length < 4 ? [] : [person.username];
    const user = (kind: string): Part => ({
      ...(planted('personal', kind, person.username, person.username, userNeedles, tagged) as Planted),
      entity: `user:${person.username.toLowerCase()}`,
    });
    switch (name) {
      case 'user': return [user('user-name')];
      case 'home': return [r.pick(['/home/', '/Users/', 'C:\\Users\\', '/export/home/']), user('home-folder')];
      case 'space': return ['~', user('personal-space')];
      case 'profile': return [r.pick(['/secure/ViewProfile.jspa?name=', '/users/', '/display/~', '/rest/api/2/user?username=', '/useravatar?username=']), user('profile-url')];
      case 'key': return [planted('personal', 'user-key', person.userKey, person.userKey, [person.userKey])];
      case 'name': return [planted('personal', 'full-name', full, full, nameNeedles, linked)];
      case 'name-reversed': return [planted('personal', 'full-name', `${person.last}, ${person.first}`, full, nameNeedles, linked)];
      case 'first': return [person.first];
      case 'mail': return [planted('personal', 'mail', person.mail, person.mail, mailNeedles(person), linked)];
      case 'mail-tag': return [planted('personal', 'mail', person.mail.replace('@', `+${r.pick(['jira', 'alerts', 'x'])}@`), person.mail, mailNeedles(person), linked)];
      case 'mail-quoted': return [planted('personal', 'mail', `"${full}"@${person.domain}`, `q${person.mail}`, mailNeedles(person))];
      case 'phone': return [planted('personal', 'phone', person.phone, person.phone, [person.phone.replace(/\D/g, '').slice(-7)])];
      case 'card': return [this.card(as)];
      case 'dn': {
        const value = dn(r, person);
        return [planted('personal', 'ldap-dn', value, value, nameNeedles)];
      }
      default: return this.network(name, spelling, as);
    }
  }

  private card(as: (value: string) => string): Part {
    const prefix = this.random.pick(['4', '51', '55', '34', '6011']);
    // Of the issuers here one has numbers of 15 digits, all others of 16.
    const length = prefix === '34' ? 14 : 15;
    const digits = luhn(`${prefix}${this.random.text(DIGITS, 16)}`.slice(0, length));
    const text = this.random.pick([digits, digits.replace(/(\d{4})(?=\d)/g, '$1 '), digits.replace(/(\d{4})(?=\d)/g, '$1-')]);
    return { role: 'planted', text: as(text), kind: 'card', severity: 'personal', spelling: 'card', entity: `card:${text}`, person: '', needles: [digits.slice(4, 12)], pieces: 1 };
  }

  private network(name: string, spelling: string, as: (value: string) => string): Part[] {
    const r = this.random;
    const { world } = this;
    const part = (kind: string, text: string, entity: string, needles: readonly string[], how = spelling): Part => ({
      role: 'planted', text, kind, severity: 'internal', spelling: `${name}/${how}`, entity, person: '', needles, pieces: 1,
    });
    const host = (kind: string, value: string): Part =>
      part(kind, as(value), `host:${value}`, value.split('.').slice(0, -1).filter((label) => label.length > 4));
    switch (name) {
      case 'host': return [host('host', r.pick(world.hosts))];
      case 'domain': return [host('domain', r.skewed(world.domains))];
      case 'machine': {
        const machine = r.pick(world.machines);
        return [part('host-label', as(machine), `host:${machine}`, [machine])];
      }
      case 'base': return [host('base-url-host', world.baseHost)];
      case 'ip': {
        const ip = r.pick(world.ipv4);
        return [part('ipv4', ip, `ipv4:${ip}`, [ip])];
      }
      case 'ip6': {
        const groups = r.pick(world.ipv6);
        const forms = Object.entries(ipv6Spellings(groups)).filter(([how]) => spelling === 'plain' || how === spelling);
        const [how, text] = r.pick(forms);
        return [part('ipv6', text, `ipv6:${groups.join(':')}`, [text.toLowerCase().slice(-9)], how)];
      }
      case 'mac': {
        const mac = r.pick(world.macs);
        const pairs = mac.match(/../g) ?? [];
        const text = r.pick([pairs.join(':'), pairs.join('-').toUpperCase(), pairs.join(':').toUpperCase(), (mac.match(/..../g) ?? []).join('.')]);
        return [part('mac', text, `mac:${mac}`, [text.toLowerCase().slice(-8)])];
      }
      case 'unc': {
        const machine = r.pick(world.machines);
        const path = `\\\\${machine}\\${r.pick(['share$', 'data', 'exports'])}`;
        return [part('unc', path, `unc:${path}`, [machine])];
      }
      default:
        throw new Error(`not a placeholder: «${name}»`);
    }
  }
}

function isSpelling(name: string): name is SpellingName {
  return Object.hasOwn(SPELLINGS, name);
}

function spell(spelling: string, value: string): string {
  if (!isSpelling(spelling)) {
    throw new Error(`not a spelling: ${spelling}`);
  }
  return SPELLINGS[spelling](value);
}

function mailNeedles(person: Subject): string[] {
  const domain = person.domain.split('.')[0] ?? '';
  return [person.mailLocal, person.first, person.last, domain];
}

function dn(random: Random, person: Subject): string {
  const dcs = person.domain.split('.').map((label) => `DC=${label}`).join(',');
  return random.pick([
    `CN=${person.first} ${person.last},OU=Staff,${dcs}`,
    `uid=${person.mailLocal},ou=people,${dcs.toLowerCase()}`,
    `cn=${person.first} ${person.last},cn=Users,${dcs.toLowerCase()}`,
  ]);
}

function luhn(body: string): string {
  const sum = Array.from(body)
    .reverse()
    .map(Number)
    .reduce((total, digit, index) => total + (index % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

const WINDOW = 8;

/** Where the part of a secret begins that tells nothing: a shape's prefix, a JWT's header, a URL. */
function tellsFrom(value: string, name: string): number {
  if (value.startsWith('https://')) {
    return value.length - 24;
  }
  if (name === 'jwt') {
    return value.indexOf('.') + 1;
  }
  return name === 'shape' ? 12 : 0;
}

/** A secret's pieces of eight characters: none may be left, wherever the engine cut. */
function secretPart(value: string, kind: string, name: string, spelling: string): Planted {
  const compact = unescape(value)
    .replace(/-----[A-Z ]+-----/g, '')
    .replace(/\\n|\\?\r?\n\s*/g, '')
    .toLowerCase();
  const needles = new Set([compact.slice(-WINDOW)]);
  const step = Math.max(1, Math.floor(compact.length / 60));
  for (let at = Math.min(tellsFrom(value, name), compact.length - WINDOW); at + WINDOW <= compact.length; at += step) {
    needles.add(compact.slice(Math.max(0, at), at + WINDOW));
  }
  return {
    role: 'planted', text: spell(spelling, value), kind, severity: 'secret', spelling: name,
    entity: `secret:${value}`, person: '', needles: [...needles],
    pieces: value.split('\n').length,
  };
}
