import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startHost, type RunningHost } from '../support/host.ts';
import { checkZip } from '../support/tools.ts';

let host: RunningHost;
const folder = mkdtempSync(join(tmpdir(), 'hearth-docs-'));
before(async () => {
  host = await startHost();
});
after(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the commands of docs/rest.md do what the page says', () => {
  const block = /```sh\n([^]*?)```/.exec(readFileSync('docs/rest.md', 'utf8'))?.[1] ?? '';
  assert.ok(block.includes('http://localhost:8090'), 'the page has commands');
  const ran = spawnSync(
    'bash',
    ['-euo', 'pipefail', '-c', block.replace('http://localhost:8090', host.url)],
    { cwd: folder, encoding: 'utf8', timeout: 60_000 },
  );
  const made = readdirSync(folder).filter((name) => /^hearth-support-jira-.*\.zip$/.test(name));
  assert.equal(made.length, 1, ran.stderr);
  assert.ok(checkZip(join(folder, made[0] ?? '')) > 5);
  assert.match(ran.stdout, /"items":\[/);
  assert.match(ran.stdout, /"state":"running"/);
});
