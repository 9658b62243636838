import { ALNUM, DIGITS, LOWER, type Random } from '../tools/random.ts';
import { uuid } from './token-shapes.ts';

/** What resembles a finding and is none. Each maker is one class of look-alikes. */
type Maker = (random: Random) => string;

const WORDS = 'issue page space index user group session filter request queue cache event plugin hook'.split(' ');
const cap = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const word: Maker = (r) => r.pick(WORDS);
const className: Maker = (r) => `${cap(word(r))}${cap(word(r))}${r.pick(['Manager', 'Service', 'Impl', 'Dao', 'Filter'])}`;
const packageName: Maker = (r) =>
  `${r.pick(['com.atlassian.jira', 'com.atlassian.confluence', 'com.atlassian.bitbucket', 'org.springframework', 'org.apache.catalina', 'io.acme.tools', 'net.customware.plugins'])}.${word(r)}.${word(r)}`;

/** Fails Luhn, so that it is no card number. */
function notLuhn(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0 ? digits.slice(0, -1) + String((Number(digits.at(-1)) + 1) % 10) : digits;
}

const MAKERS: Readonly<Record<string, Maker>> = {
  version: (r) => r.pick([
    () => `${r.between(1, 12)}.${r.below(20)}.${r.below(30)}`,
    () => `${r.between(1, 12)}.${r.below(20)}.${r.below(30)}-rc${r.between(1, 9)}`,
    () => `${r.between(1, 12)}.${r.below(20)}.${r.below(9)}.Final`,
    () => `v${r.between(1, 30)}.${r.below(20)}`,
  ])(),
  // Four numbers: only the words around it tell it from an address.
  'version-4': (r) => `version ${r.between(1, 12)}.${r.below(20)}.${r.below(30)}.${r.below(200)}`,
  'version-jar': (r) => `atlassian-${word(r)}-${word(r)}-${r.between(1, 12)}.${r.below(20)}.${r.below(9)}.${r.below(9)}.jar`,
  class: (r) => `${packageName(r)}.${className(r)}`,
  'class-short': (r) => `c.a.j.${word(r)}.${word(r)}.${className(r)}`,
  package: packageName,
  thread: (r) => r.pick([
    () => `http-nio-8080-exec-${r.between(1, 300)}`,
    () => `Caesium-1-${r.between(1, 4)}`,
    () => `HikariPool-1 housekeeper`,
    () => `ForkJoinPool.commonPool-worker-${r.between(1, 20)}`,
    () => `Catalina-utility-${r.between(1, 4)}`,
    () => `JiraTaskExecutionThread-${r.between(1, 40)}`,
    () => `hz.hazelcast.priority-generic-operation.thread-${r.below(4)}`,
  ])(),
  frame: (r) => `at ${packageName(r)}.${className(r)}.${r.pick(['doFilter', 'invoke', 'lambda$run$0', '<init>', 'access$200'])}(${className(r)}.java:${r.between(10, 2000)})`,
  'frame-jar': (r) => `at ${packageName(r)}.${className(r)}.get(${className(r)}.java:${r.between(10, 2000)}) [${word(r)}-core-${r.between(1, 9)}.${r.below(20)}.${r.below(20)}.jar:${r.between(1, 9)}.${r.below(20)}.${r.below(20)}]`,
  'frame-lambda': (r) => `at ${packageName(r)}.${className(r)}$$Lambda$${r.between(100, 9999)}/0x${r.hex(16)}.apply(Unknown Source)`,
  uuid,
  'uuid-upper': (r) => uuid(r).toUpperCase(),
  'git-hash': (r) => r.hex(40),
  'git-hash-short': (r) => `${r.hex(4)}${r.text('abcdef', 1)}${r.hex(6)}`,
  digest: (r) => `sha256:${r.hex(64)}`,
  md5: (r) => `etag "${r.hex(32)}"`,
  'object-id': (r) => `${className(r)}@${r.hex(8)}`,
  'issue-key': (r) => `${r.pick(['OPS', 'WEB', 'PAY', 'HR2', 'CORE', 'INFRA'])}-${r.between(1, 99999)}`,
  timestamp: (r) => r.pick([
    () => `2026-0${r.between(1, 9)}-${r.between(10, 28)} ${r.between(10, 23)}:${r.between(10, 59)}:${r.between(10, 59)},${r.between(100, 999)}`,
    () => `2026-0${r.between(1, 9)}-${r.between(10, 28)}T${r.between(10, 23)}:${r.between(10, 59)}:${r.between(10, 59)}.${r.between(100, 999)}Z`,
    () => `2026-0${r.between(1, 9)}-${r.between(10, 28)}T${r.between(10, 23)}:${r.between(10, 59)}:${r.between(10, 59)}+02:00`,
    () => `${r.between(10, 28)}/Mar/2026:${r.between(10, 23)}:${r.between(10, 59)}:${r.between(10, 59)} +0000`,
    () => `${r.between(10, 28)}-Mar-2026 ${r.between(10, 23)}:${r.between(10, 59)}:${r.between(10, 59)}.${r.between(100, 999)}`,
  ])(),
  time: (r) => `${r.between(10, 23)}:${r.between(10, 59)}:${r.between(10, 59)}`,
  epoch: (r) => `17${r.text(DIGITS, 11)}`,
  loopback: (r) => r.pick(['127.0.0.1', '::1', '0.0.0.0', '127.0.1.1', '[::1]:8080', '127.0.0.1:5432']),
  localhost: (r) => r.pick(['localhost', 'localhost:8080', 'http://localhost:8090/', 'localhost.localdomain']),
  'doc-host': (r) => r.pick([
    'https://confluence.atlassian.com/x/ABCD', 'https://docs.atlassian.com/software/jira/docs/api/', 'https://jira.atlassian.com/browse/JRASERVER-1234',
    'http://www.w3.org/2001/XMLSchema-instance', 'http://java.sun.com/xml/ns/javaee', 'http://www.springframework.org/schema/beans/spring-beans.xsd',
    'https://logging.apache.org/log4j/2.x/', 'http://maven.apache.org/POM/4.0.0', 'https://docs.oracle.com/en/java/javase/17/', 'https://support.atlassian.com/contact', 'http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd', 'https://developer.atlassian.com/server/',
  ]),
  'i18n-key': (r) => r.pick([
    () => `admin.errors.password.${word(r)}.must.match`,
    () => `login.forgot.password`,
    () => `com.atlassian.${word(r)}.password.reset.title`,
    () => `setup.token.${word(r)}.description`,
    () => `user.management.secret.${word(r)}`,
  ])(),
  'setting-name': (r) => r.pick([
    `password.policy.min.length=${r.between(8, 16)}`, 'jira.option.password.reset.allowed=true', 'token.expiry.days=90', 'passwordRequired: true', 'secret.rotation.enabled=false',
    'upm.token.timeout.seconds=30', 'com.atlassian.password.history=5', 'remember.me.cookie.enabled=true', `password-max-attempts=${r.between(3, 9)}`,
  ]),
  prose: (r) => r.pick([
    'the password is too short', 'Password must contain a digit', 'no token was found in the request', 'Invalid password for this directory', 'token refresh failed', 'password reset requested',
    'Your password will expire soon', 'the secret could not be read', 'API tokens are disabled', 'session timed out after 300 minutes', 'password: required field',
  ]),
  placeholder: (r) => r.pick([
    'password={ATL_SECURED}', 'password=${db.password}', 'password=', 'password=********', 'jdbc.password=ENC(mZ0vU2d3qk1Q1pX4b8o9QA==)', '<password></password>', '"password": ""', '"password": null', 'token=${env:API_TOKEN}', '<password>{ATL_SECURED}</password>', 'secret: ""', 'password=<hidden>', 'DB_PASSWORD=$DB_PASSWORD',
  ]),
  'long-id': (r) => `id=${notLuhn(`${r.between(1, 9)}${r.text(DIGITS, 15)}`)}`,
  number: (r) => r.pick([() => r.text('123456789', 1) + r.text(DIGITS, r.between(5, 11)), () => `${r.between(1, 999)},${r.between(100, 999)},${r.between(100, 999)}`, () => `${r.between(1, 9)}.${r.between(100, 999)}e-${r.between(1, 9)}`, () => `0x${r.hex(16)}`, () => `-${r.between(1, 90000)}`])(),
  'page-id': (r) => `pageId=${r.between(100000, 99999999)}`,
  'request-id': (r) => `${r.between(1, 1439)}x${r.between(10000, 99999)}x${r.between(1, 9)}`,
  'port-number': (r) => String(r.between(1024, 65535)),
  port: (r) => `:${r.between(1024, 65535)}`,
  duration: (r) => r.pick([() => `${r.between(1, 90000)}ms`, () => `${r.between(1, 99)}.${r.between(100, 999)}s`, () => `PT${r.between(1, 59)}M`, () => `${r.between(1, 9)}h ${r.between(1, 59)}m`])(),
  size: (r) => r.pick([() => `${r.between(1, 9000)}M->${r.between(1, 9000)}M(8192M)`, () => `${r.between(1, 900)} MB`, () => `${r.text('123456789', 1)}${r.text(DIGITS, 8)} bytes`, () => `-Xmx${r.between(2, 64)}g`])(),
  'file-name': (r) => r.pick(['setenv.sh', 'server.xml', 'README.md', 'catalina.out', 'atlassian-jira.log', 'web.py', 'batch.js', 'main.rs', `${word(r)}.properties`, 'index.html', 'log4j2.xml', 'dump.zip']),
  path: (r) => r.pick(['/opt/atlassian/jira/bin', '/var/atlassian/application-data/jira/log', '/usr/lib/jvm/java-17-openjdk', 'WEB-INF/classes/log4j2.xml', '/secure/admin/ViewPlugins.jspa', '/rest/api/2/search', 'C:\\Program Files\\Atlassian\\JIRA\\bin']),
  'jvm-flag': (r) => r.pick(['-XX:+UseG1GC', '-Djava.awt.headless=true', '-Datlassian.plugins.startup.options=-fg', '-Dfile.encoding=UTF-8', '-XX:ReservedCodeCacheSize=512m', '-Dorg.apache.catalina.loader.WebappClassLoader.ENABLE_CLEAR_REFERENCES=false', '--add-opens=java.base/java.lang=ALL-UNNAMED']),
  'plugin-key': (r) => `com.atlassian.${word(r)}.${word(r)}-plugin:${word(r)}-${word(r)}`,
  sql: (r) => `SELECT ID, ${word(r)}_key, LOWER_NAME FROM cwd_${word(r)} WHERE id = ? AND active = 1`,
  jql: (r) => `project = OPS AND status != Done AND created > -${r.between(1, 30)}d`,
  css: (r) => `#${r.hex(6)}`,
  mime: () => 'application/json;charset=UTF-8',
  'base64-short': (r) => `build-${r.text(ALNUM, 8)}`,
  annotation: (r) => r.pick(['@Override', '@Transactional(readOnly = true)', '@since 9.4', `@${r.text(LOWER, 6)}`]),
  ratio: (r) => `${r.between(1, 400)}/${r.between(400, 900)}`,
  agent: (r) => `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${r.between(100, 140)}.0.0.0 Safari/537.36`,
  oid: (r) => `1.2.840.113556.1.4.${r.between(100, 2000)}`,
  coordinate: (r) => `com.acme:${word(r)}-lib:${r.between(1, 9)}.${r.below(9)}.${r.below(9)}`,
  'hex-dump': (r) => `${r.hex(8)}: ${r.hex(4)} ${r.hex(4)} ${r.hex(4)} ${r.hex(4)}`,
  'ordinary-word': (r) => r.pick(['mark the issue as done', 'the page will be removed', 'a rose diagram', 'max retries reached', 'run the build', 'admin console opened', 'root cause unknown', 'guest access is off', 'grace period is over', 'hope to recover', 'art of the possible', 'summer release']),
};

export const LOOK_ALIKES: readonly string[] = Object.keys(MAKERS);

export function lookAlike(kind: string, random: Random): string {
  const make = MAKERS[kind];
  if (make === undefined) {
    throw new Error(`not a look-alike: «=${kind}»`);
  }
  return make(random);
}
