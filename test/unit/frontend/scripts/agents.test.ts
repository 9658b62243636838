import { readFileSync } from 'node:fs';
import { groupHolds, needles, parse, withoutBounds } from '../../../../scripts/agents/patterns';
import { agentRules } from '../../../../scripts/agents/rules';

describe('texts of which one must be there', () => {
  it.each([
    ['(Firefox)/(\\d+)', ['Firefox']],
    ['Chrome/.{1,200}( MMS)/', ['Chrome/']],
    ['(?:Mobile|Tablet);.{0,200}(Firefox)', ['Firefox']],
    ['[Cc]rawler|Spider', ['rawler', 'Spider']],
    ['(?:Ant-|)Nutch?', ['Nutc']],
    ['(?:bot)*x|Spider', []],
    ['\\d+', []],
  ])('of %s are %j', (regex, expected) => {
    expect(needles(parse(regex))).toEqual(expected);
  });
});

it('drops bounds that are there against backtracking', () => {
  expect(withoutBounds('a.{0,200}b.{1,100}c{0,3}')).toBe('a.*b.+c{0,3}');
});

it.each([
  ['(Chrome|[Ee]dge?)/', 'words'],
  ['/(\\d{1,3})', 'digits'],
  ['^(.*)/', 'anything'],
  ['([A-z]+bot)', 'anything'],
  ['([^.]+)', 'anything'],
])('a group of %s holds %s', (regex, expected) => {
  expect(groupHolds(parse(regex), 1)).toBe(expected);
});

it('the list of the app is the one that uap-core gives', () => {
  const { version } = JSON.parse(readFileSync('node_modules/uap-core/package.json', 'utf8')) as {
    version: string;
  };
  const yaml = readFileSync('node_modules/uap-core/regexes.yaml', 'utf8');
  const list = readFileSync('src/main/resources/errors/agents.txt', 'utf8');
  expect(agentRules(yaml, version)).toBe(list);
});
