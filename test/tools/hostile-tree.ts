import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from './random.ts';

/** What a hostile tree holds and what must become of it. Paths are relative to the folder given. */
export interface HostileTree {
  /** Odd but readable files: each must arrive whole, under a safe name. */
  readonly readable: readonly string[];
  /** Loops, links out, FIFOs, folders in a file's place: listed as unreadable, never followed. */
  readonly refused: readonly string[];
  /** Text outside the tree that links point to: must not be found in any ZIP. */
  readonly outsideMarker: string;
}

const ODD_NAMES = [
  'atlassian-jira.log.new\nline',
  'atlassian-jira.log.carriage\rreturn',
  'atlassian-jira.log.bell\u0007',
  '..\\..\\evil.log',
  'C:\\evil.log',
  'atlassian-jira.log.übergröße-日本語-😀',
  'atlassian-jira.log.e\u0301',
  '-rf.log',
  ' leading and trailing .log ',
  '%2e%2e%2fevil.log',
  'atlassian-jira.log.$(touch evil)',
  'con.log',
  '"quoted".log',
  `atlassian-jira.log.${'n'.repeat(230)}`,
];

/**
 * Fills `folder` (a product's log folder, say) with what a real disk may hold at its worst.
 * `outside` gets a file that no link may lead to; it must not lie inside of `folder`.
 */
export function hostileTree(folder: string, outside: string, seed: number): HostileTree {
  const random = new Random(seed, 'hostile');
  const outsideMarker = `outside-${random.hex(24)}`;
  mkdirSync(folder, { recursive: true });
  mkdirSync(outside, { recursive: true });
  writeFileSync(join(outside, 'private.log'), `${outsideMarker}\n`);

  const readable = [...ODD_NAMES];
  for (const name of ODD_NAMES) {
    writeFileSync(join(folder, name), `2026-03-01 12:00:00,000 INFO text ${random.hex(32)}\n`);
  }
  const write = (name: string, content: string | Buffer): void => {
    writeFileSync(join(folder, name), content);
    readable.push(name);
  };
  write('empty.log', '');
  write('no-line-end.log', 'one line without its end');
  write('broken-utf8.log', Buffer.from([0x41, 0xc3, 0x28, 0xff, 0xfe, 0x0a, 0xe2, 0x82, 0x0a]));
  write('utf16.log', Buffer.from('\ufefftext in UTF-16\r\nsecond line\r\n', 'utf16le'));
  write('latin1.log', Buffer.from('Gr\u00fc\u00dfe aus K\u00f6ln\n', 'latin1'));
  write('one-line.log', 'x'.repeat(3 * 1024 * 1024));
  write('not-really.log.gz', 'this is not gzip\n');
  writeFileSync(
    Buffer.concat([
      Buffer.from(`${folder}/bytes-`),
      Buffer.from([0xff, 0xfe, 0x2e, 0x6c, 0x6f, 0x67]),
    ]),
    'name is no UTF-8\n',
  );

  const link = (target: string, name: string): string => {
    symlinkSync(target, join(folder, name));
    return name;
  };
  const refused = [
    link('loop-b.log', 'loop-a.log'),
    link('loop-a.log', 'loop-b.log'),
    link('.', 'self'),
    link(join(outside, 'private.log'), 'link-out.log'),
    link(outside, 'folder-out'),
    link('/etc/passwd', 'passwd.log'),
    link('/dev/zero', 'zero.log'),
    link('nowhere.log', 'dangling.log'),
  ];
  mkdirSync(join(folder, 'folder.log', 'deep', 'deeper'), { recursive: true });
  refused.push('folder.log');
  if (spawnSync('mkfifo', [join(folder, 'fifo.log')]).status === 0) {
    refused.push('fifo.log');
  }
  write('forbidden.log', 'not for everyone\n');
  chmodSync(join(folder, 'forbidden.log'), 0o000);
  return { readable, refused, outsideMarker };
}
