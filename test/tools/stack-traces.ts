import { capital } from './people.ts';
import { Random } from './random.ts';

const ROOTS = {
  jira: 'com.atlassian.jira',
  confluence: 'com.atlassian.confluence',
  bitbucket: 'com.atlassian.stash.internal',
} as const;

const LIBRARIES: ReadonlyArray<readonly [string, string]> = [
  ['org.springframework.aop.framework', 'spring-aop-5.3.39.jar:5.3.39'],
  ['org.springframework.transaction.interceptor', 'spring-tx-5.3.39.jar:5.3.39'],
  ['org.apache.catalina.core', 'catalina.jar:9.0.96'],
  ['org.apache.tomcat.util.net', 'tomcat-coyote.jar:9.0.96'],
  ['com.atlassian.plugin.servlet.filter', 'atlassian-plugins-servlet-7.4.2.jar:?'],
  ['org.hibernate.engine.internal', 'hibernate-core-5.6.15.Final.jar:5.6.15.Final'],
  ['org.ofbiz.core.entity.jdbc', 'entityengine-share-4.4.0.jar:?'],
  ['com.google.common.cache', 'guava-32.1.3-jre.jar:?'],
  ['java.util.concurrent', '?:?'],
];

const WORDS = (
  'issue page space project search index user group session token filter chain request dispatch ' +
  'workflow mail queue scheduler cluster cache lock pool event listener plugin module repository ' +
  'branch pull commit hook permission scheme field screen render macro attachment license link'
).split(' ');

const KINDS = 'Manager Service Impl Dao Store Factory Handler Filter Job Action Resource'.split(
  ' ',
);
const METHODS =
  'get doFilter invoke execute run call process load store find apply handle proceed accept'.split(
    ' ',
  );

const EXCEPTIONS = [
  'java.lang.NullPointerException: Cannot invoke "String.length()" because "value" is null',
  'java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30001ms.',
  'java.net.SocketTimeoutException: Read timed out',
  'org.ofbiz.core.entity.GenericDataSourceException: SQL Exception while executing the following',
  'com.atlassian.plugin.PluginParseException: Unable to load module',
  'java.util.concurrent.RejectedExecutionException: Thread limit exceeded replacing blocked worker',
  'org.apache.lucene.store.AlreadyClosedException: this IndexReader is closed',
];

/** Classes, frames and whole traces of one instance: made once, then drawn from. */
export interface CodeBase {
  readonly loggers: readonly string[];
  readonly traces: readonly string[];
}

function frame(random: Random, root: string): string {
  const own = random.chance(0.45);
  const library = random.skewed(LIBRARIES);
  const name = capital(random.pick(WORDS)) + capital(random.pick(WORDS)) + random.pick(KINDS);
  const packageName = own ? `${root}.${random.skewed(WORDS)}` : library[0];
  const lambda = random.chance(0.1)
    ? `$$Lambda$${random.between(100, 9999)}/0x${random.hex(16)}`
    : '';
  const source = lambda === '' ? `${name}.java:${random.between(20, 900)}` : 'Unknown Source';
  const jar = own ? '' : ` [${library[1]}]`;
  return `\tat ${packageName}.${name}${lambda}.${random.pick(METHODS)}(${source})${jar}\n`;
}

function trace(random: Random, frames: readonly string[]): string {
  let text = `${random.pick(EXCEPTIONS)}\n`;
  const depth = random.between(12, 60);
  const start = random.below(frames.length - depth);
  for (let i = 0; i < depth; i++) {
    text += frames[start + i] ?? '';
  }
  if (random.chance(0.3)) {
    text += `Caused by: ${random.pick(EXCEPTIONS)}\n${frames[start + 3] ?? ''}`;
    text += `\t... ${random.between(20, 140)} more\n`;
  }
  return text;
}

export function codeBase(random: Random, product: keyof typeof ROOTS): CodeBase {
  const root = ROOTS[product];
  const frames = Array.from({ length: 1500 }, () => frame(random, root));
  const loggers = Array.from({ length: 200 }, () => {
    const name = capital(random.pick(WORDS)) + random.pick(KINDS);
    return `${root.replace('com.atlassian', 'c.a')}.${random.pick(WORDS)}.${name}`;
  });
  return { loggers, traces: Array.from({ length: 160 }, () => trace(random, frames)) };
}
