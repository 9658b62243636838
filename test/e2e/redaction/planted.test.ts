/** What is planted in the files of each product comes out of no ZIP, and no two ZIPs can be linked. */
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import JSZip from 'jszip';
import { startHost, type RunningHost } from '../support/host.ts';
import { linesOf, plant, spellings, type Planted } from '../support/planted.ts';
import { API, Session } from '../support/session.ts';

type Kept = Planted & { readonly administrator: string };

const ITEMS = ['product', 'apps', 'jvm', 'operating-system', 'health', 'product-logs'].concat([
  'installation-logs',
  'access-logs',
  'configuration',
  'browser-errors',
  'hearth',
]);

/** Where each product keeps its logs and the password of its database. */
const PLACES = {
  jira: { logs: 'log', config: 'dbconfig.xml', password: /(<password>)[^<]+/ },
  confluence: {
    logs: 'logs',
    config: 'confluence.cfg.xml',
    password: /("hibernate.connection.password">)[^<]+/,
  },
  bitbucket: {
    logs: 'log',
    config: 'shared/bitbucket.properties',
    password: /(jdbc.password=).+/,
  },
} as const;

for (const product of ['jira', 'confluence', 'bitbucket'] as const) {
  test(`${product}: nothing planted is found in a ZIP, and nothing links two of them`, async () => {
    const host = await startHost({ product });
    try {
      // Nothing but the product itself tells that the administrator's full name is one.
      const planted = { ...plant(), administrator: 'Ada Okafor' };
      putInto(homeOf(host), product, planted);
      const admin = await Session.admin(host);
      // The address itself is logged by the product, with whatever stands in it.
      await admin.get(`/browse?user=${planted.user}&os_password=${planted.cookie}`);
      const [first, second] = [
        await entries(admin, {}),
        await entries(admin, { learnFrom: ['directory'] }),
      ];
      assert.equal([...first.values()].join('').split('[c.e.Page] viewed by ').length, 3);
      assert.deepEqual(leaks(first, planted), []);
      assert.deepEqual(leaks(second, planted), []);
      assert.match(second.get('manifest.json') ?? '', /"known": [1-9]/);
      const shared = pseudonyms(first);
      assert.ok(shared.size > 8, [...shared].join(' '));
      const again = [...pseudonyms(second)].filter((one) => shared.has(one));
      assert.deepEqual(again, []);
    } finally {
      await host.stop();
    }
  });
}

function putInto(home: string, product: keyof typeof PLACES, planted: Kept): void {
  const { logs, config, password } = PLACES[product];
  const file = join(home, config);
  const text = readFileSync(file, 'utf8');
  assert.match(text, password);
  const value = config.endsWith('.xml')
    ? planted.password.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    : planted.password;
  writeFileSync(
    file,
    text
      .replace(password, (_, before: string) => before + value)
      .replace('db.example.com', planted.host),
  );
  const folder = join(home, logs);
  assert.ok(existsSync(folder), folder);
  const lines = `${linesOf(planted)}and ${planted.administrator} agreed\n`;
  appendFileSync(join(folder, `atlassian-${product}.log`), lines);
  // A name can stand in the name of a file too.
  writeFileSync(join(folder, `atlassian-${product}-${planted.user}.log`), linesOf(planted));
}

/** Name and text of each entry. */
async function entries(admin: Session, redaction: object): Promise<ReadonlyMap<string, string>> {
  const answer = await admin.json(`${API}/support-zip`, { items: ITEMS, redaction });
  assert.equal(answer.status, 200);
  const zip = await JSZip.loadAsync(await answer.arrayBuffer());
  const found = new Map<string, string>();
  for (const [name, entry] of Object.entries(zip.files)) {
    found.set(name, await entry.async('string'));
  }
  assert.ok([...found.keys()].filter((name) => name.startsWith('product-logs/')).length > 1);
  assert.ok([...found.keys()].some((name) => name.startsWith('configuration/')));
  return found;
}

function leaks(found: ReadonlyMap<string, string>, planted: Kept): string[] {
  const leaked: string[] = [];
  for (const [name, text] of found) {
    const lower = `${name}\n${text}`.toLowerCase();
    for (const [kind, value] of Object.entries(planted) as [string, string][]) {
      for (const spelling of spellings(value)) {
        const at = lower.indexOf(spelling);
        if (at >= 0)
          leaked.push(`${kind} in ${name}: ${lower.slice(Math.max(0, at - 60), at + 40)}`);
      }
    }
  }
  return leaked;
}

/** Everything that stands in the place of a value. */
function pseudonyms(found: ReadonlyMap<string, string>): ReadonlySet<string> {
  const text = [...found].flat().join('\n');
  const tags = text.match(/\b(?:user|name|domain|host|phone|redacted|own)-[0-9a-f]{6,}/g) ?? [];
  const addresses = text.match(/\b2(?:4\d|5[0-5])(?:\.\d{1,3}){3}\b/g) ?? [];
  return new Set([...tags, ...addresses]);
}

function homeOf(host: RunningHost): string {
  const home = /Home: (\S+)/.exec(host.output())?.[1];
  assert.ok(home, 'the host prints its home');
  return home;
}
