/** @jest-environment node */
import { Random } from '../../tools/random.ts';
import { corpus } from '../../conformance/corpus.ts';
import { encode, textOf, type Document, type Part } from '../../conformance/parts.ts';
import { PROFILE_A } from '../../conformance/profile-a.ts';
import { PROFILE_B } from '../../conformance/profile-b.ts';
import { linked, macro, share, verdicts } from '../../conformance/report.ts';
import { score, type Outputs } from '../../conformance/score.ts';

const SEED = 4711;

const planted = (text: string, kind = 'password', entity = `secret:${text}`): Part => ({
  role: 'planted',
  text,
  kind,
  severity: 'secret',
  spelling: 'plain',
  entity,
  person: '',
  needles: [text.toLowerCase()],
  pieces: 1,
});

const keep = (text: string): Part => ({ role: 'keep', text, kind: 'version' });

const document = (...parts: Part[]): Document => ({
  name: 'a.log',
  format: 'lines',
  encoding: 'utf8',
  parts,
});

const judged = (one: Document, output: string): ReturnType<typeof score> =>
  score([one], () => Buffer.from(output));

describe('the scorer', () => {
  const line = document('password=', planted('hunter2hunter2'), ' on ', keep('10.3.2.1'), '\n');

  it('counts a value that is gone as found and a look-alike that stays as kept', () => {
    const result = judged(line, 'password=secret-1f2e on 10.3.2.1\n');
    expect(result.recall.get('password')).toMatchObject({ good: 1, all: 1 });
    expect(result.keeps.get('version')).toEqual({ good: 1, all: 1 });
    expect(result.lines).toEqual({ good: 2, all: 2 });
  });

  it('counts a value that is there, whole or in part or in other letters, as missed', () => {
    for (const left of ['hunter2hunter2', 'HUNTER2hunter2', 'x-hunter2hunter2-y']) {
      expect(share(judged(line, `password=${left} on 10.3.2.1\n`).recall.get('password')!)).toBe(0);
    }
  });

  it('counts a look-alike that was replaced as damaged, and other text that changed', () => {
    const damaged = judged(line, 'password=secret-1 on 240.1.2.3\n');
    expect(damaged.keeps.get('version')).toEqual({ good: 0, all: 1 });
    const touched = judged(line, 'passwort=secret-1 on 10.3.2.1\n');
    expect(share(touched.lines)).toBeLessThan(1);
  });

  it('counts a document that was left out, or lost a line, as broken', () => {
    expect(share(score([line], () => undefined).structure)).toBe(0);
    expect(share(judged(line, 'password=secret-1 on 10.3.2.1').structure)).toBe(0);
  });

  it('tells two pseudonyms of one entity, and equal ones under two keys', () => {
    const twice = document(
      planted('jdoe-1', 'user', 'user:jdoe'),
      ' ',
      planted('jdoe-1', 'user', 'user:jdoe'),
    );
    const one = judged(twice, 'user-aaaa user-bbbb');
    expect(one.pseudonyms.get('user:jdoe')?.size).toBe(2);
    expect(linked(one.pseudonyms, judged(twice, 'user-aaaa user-cccc').pseudonyms)).toEqual([
      'user:jdoe',
    ]);
    expect(linked(one.pseudonyms, judged(twice, 'user-dddd user-cccc').pseudonyms)).toEqual([]);
  });
});

describe.each([PROFILE_A, PROFILE_B])('the corpus of profile $name', (profile) => {
  const made = corpus(profile, new Random(SEED, 'corpus'), 0.05);

  it('is the same for the same seed', () => {
    const again = corpus(profile, new Random(SEED, 'corpus'), 0.05);
    expect(again.documents.map(({ parts }) => textOf(parts))).toEqual(
      made.documents.map(({ parts }) => textOf(parts)),
    );
  });

  it('parses as it stands, and nothing in it is found by an engine that does nothing', () => {
    const nothing: Outputs = ({ parts, encoding }) => encode(textOf(parts), encoding);
    const result = score(made.documents, nothing);
    expect(result.findings.filter(({ what }) => what === 'structure')).toEqual([]);
    expect(share(result.lines)).toBe(1);
    expect([...result.keeps.values()].every((ratio) => share(ratio) === 1)).toBe(true);
    expect(macro(result.recall.values())).toBe(0);
    expect(verdicts(result, result).some(({ met }) => !met)).toBe(true);
  });
});
