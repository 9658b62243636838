import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { generateInstance } from '../../tools/generate-instance.ts';
import { jarOf } from '../support/host.ts';
import { checkZip, run } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearth-offline-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const home = join(folder, 'jira', 'home');
const install = join(folder, 'jira', 'install');
before(() => {
  generateInstance({
    product: 'jira',
    out: join(folder, 'jira'),
    bytes: 20_000_000,
    seed: 7,
  });
});

function cli(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('java', ['-Xmx64m', '-jar', jarOf(8), ...args], { encoding: 'utf8' });
}

const zipTo = (file: string, ...more: string[]): ReturnType<typeof cli> =>
  cli('support-zip', '--home', home, '--install', install, '--out', join(folder, file), ...more);

test('--help explains itself, on standard output, and ends well', () => {
  const help = cli('--help');
  assert.equal(help.status, 0);
  for (const word of ['support-zip', '--home', '--install', '--out', '--since']) {
    assert.ok((help.stdout + cli('support-zip', '--help').stdout).includes(word), word);
  }
});

test('a down instance gives a ZIP that every reader opens, within 64 MB of heap', () => {
  const made = zipTo('full.zip');
  assert.equal(made.status, 0, made.stderr);
  assert.ok(checkZip(join(folder, 'full.zip')) > 10);
  const names = run('unzip', '-Z1', join(folder, 'full.zip')).trim().split('\n');
  for (const expected of ['product-logs/atlassian-jira.log', 'manifest.json', 'index.html']) {
    assert.ok(names.includes(expected), `${expected} in ${names.join(' ')}`);
  }
});

test('chosen items only, cut to a limit', () => {
  const made = zipTo('small.zip', '--items', 'product-logs', '--max-bytes', '1000000');
  assert.equal(made.status, 0, made.stderr);
  const folders = new Set(
    run('unzip', '-Z1', join(folder, 'small.zip'))
      .trim()
      .split('\n')
      .map((name) => name.split('/')[0]),
  );
  assert.deepEqual([...folders].sort(), [
    'README.txt',
    'index.html',
    'insight.json',
    'manifest.json',
    'product-logs',
  ]);
});

test('bad arguments end with 2, say what is wrong and write nothing', () => {
  const bad: string[][] = [
    ['nonsense'],
    ['support-zip'],
    ['support-zip', '--home', join(folder, 'nowhere'), '--out', join(folder, 'x.zip')],
    ['support-zip', '--home', home, '--out', join(folder, 'x.zip'), '--since', 'yesterday'],
    ['support-zip', '--home', home, '--out', join(folder, 'x.zip'), '--items', 'no-such'],
    ['support-zip', '--home', home, '--out', join(folder, 'x.zip'), '--max-bytes', '-3'],
    ['support-zip', '--home', home, '--out', join(folder, 'x.zip'), '--surprise'],
  ];
  for (const args of bad) {
    const answer = cli(...args);
    assert.equal(answer.status, 2, args.join(' '));
    assert.ok(answer.stderr.trim().length > 10, args.join(' '));
  }
  assert.equal(existsSync(join(folder, 'x.zip')), false);
});

test('a place that cannot be written ends with 1 and leaves nothing half-made', () => {
  const answer = zipTo('no/such/folder/x.zip');
  assert.equal(answer.status, 1, answer.stderr);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('.part')),
    [],
  );
});
