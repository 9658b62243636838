import {
  issueKey,
  level,
  requestId,
  traceOf,
  type LineWriter,
  type LogContext,
} from './log-lines.ts';
import { ALNUM } from './random.ts';

// Line formats: the products' log4j patterns and access log valves.

const STATUS = [200, 200, 200, 200, 304, 302, 404, 401, 500];
const METHODS = ['GET', 'GET', 'GET', 'POST', 'PUT'];

const TRACE_SHARE = 0.13;

function thread(context: LogContext, port: number): string {
  return `http-nio-${port}-exec-${context.random.between(1, 200)}`;
}

function withTrace(context: LogContext, line: string): string {
  return context.random.chance(TRACE_SHARE) ? `${line}\n${traceOf(context)}` : `${line}\n`;
}

const jiraMain: LineWriter = (c) => {
  const logger = c.random.skewed(c.code.loggers);
  if (c.random.chance(0.3)) {
    const task = `Caesium-1-${c.random.between(1, 4)}`;
    return withTrace(
      c,
      `${c.clock.log4j()}+0000 ${task} ${level(c.random)} ServiceRunner     [${logger}] ${c.message()}`,
    );
  }
  const s = c.session();
  const url = c.path().split('?')[0] ?? '/';
  const user = s.person.username;
  const head = `${c.clock.log4j()}+0000 ${thread(c, 8080)} url:${url} username:${user} ${level(c.random)} ${user}`;
  return withTrace(
    c,
    `${head} ${requestId(c)} ${s.hash} ${s.person.ip},10.0.0.9 ${url} [${logger}] ${c.message()}`,
  );
};

const jiraSecurity: LineWriter = (c) => {
  const s = c.session();
  const user = s.person.username;
  const result = c.random.chance(0.8)
    ? `The user '${user}' has PASSED authentication.`
    : `HttpSession [${s.hash}] destroyed for '${user}'`;
  return `${c.clock.log4j()}+0000 ${thread(c, 8080)} ${user} ${requestId(c)} ${s.hash} ${s.person.ip},10.0.0.9 /rest/gadget/1.0/login ${result}\n`;
};

const jiraAccess: LineWriter = (c) => {
  const s = c.session();
  const path = c.path();
  const referer = c.random.chance(0.5)
    ? '-'
    : `https://${c.organisation.baseHost}/browse/${issueKey(c.random)}`;
  return `${s.person.ip} ${requestId(c)} ${s.person.username} [${c.clock.access()}] "${c.random.pick(METHODS)} ${path} HTTP/1.1" ${c.random.skewed(STATUS)} ${c.random.between(12, 90000)} ${c.random.between(1, 4000)} "${referer}" "${s.agent}" "${s.hash}"\n`;
};

const jiraSlowQueries: LineWriter = (c) => {
  const s = c.session();
  const millis = c.random.between(400, 30000);
  const jql = `project = ${issueKey(c.random).split('-')[0]} AND assignee = ${s.person.username} ORDER BY updated DESC`;
  return `${c.clock.log4j()}+0000 ${thread(c, 8080)} url:/rest/api/2/search username:${s.person.username} INFO ${s.person.username} ${requestId(c)} ${s.hash} ${s.person.ip} /rest/api/2/search [c.a.jira.issue.search.SearchProvider_SLOW] JQL query '{${jql}}' produced lucene query '+projid:${c.random.between(10000, 10900)}' and took '${millis}' ms to run.\n`;
};

const confluenceMain: LineWriter = (c) => {
  const logger = c.random.skewed(c.code.loggers);
  const s = c.session();
  const lev = level(c.random);
  const line = `${c.clock.log4j()} ${lev} [${thread(c, 8090)}] [${logger.replace('c.a.', '')}] ${c.random.pick(METHODS).toLowerCase()} ${c.message()}`;
  const diagnostics = `\n -- url: ${c.path()} | userName: ${s.person.username} | action: viewpage | page: ${c.random.between(100000, 9999999)} | traceId: ${c.random.hex(16)}`;
  return withTrace(c, lev === 'INFO' || lev === 'DEBUG' ? line : line + diagnostics);
};

const confluenceSecurity: LineWriter = (c) => {
  const s = c.session();
  return `${c.clock.log4j()} INFO [${thread(c, 8090)}] [confluence.user.listeners.AuthenticationListener] onLogin login : user '${s.person.username}' logged in from ${s.person.ip}\n -- userName: ${s.person.username} | url: /dologin.action\n`;
};

const confluenceAccess: LineWriter = (c) => {
  const s = c.session();
  return `[${c.clock.access()}] ${s.person.username} ${thread(c, 8090)} ${s.person.ip} ${c.random.pick(METHODS)} ${c.path()} HTTP/1.1 ${c.random.skewed(STATUS)} ${c.random.between(1, 4000)}ms ${c.random.between(12, 90000)} https://${c.organisation.baseHost}/ ${s.agent}\n`;
};

const confluenceMail: LineWriter = (c) => {
  const someone = c.random.skewed(c.organisation.people);
  return `${c.clock.log4j()} DEBUG [Caesium-1-${c.random.between(1, 4)}] [atlassian.mail.server.OutgoingMailLog] Sent mail "[Confluence] page ${c.random.below(9000)} was edited" to ${someone.first} ${someone.last} <${someone.mail}> message-id <${c.random.hex(8)}.${c.random.below(9000)}@${c.organisation.hosts[6] ?? ''}>\n`;
};

const bitbucketMain: LineWriter = (c) => {
  const logger = c.random.skewed(c.code.loggers);
  const s = c.session();
  const ms = Math.floor(c.clock.millis) % 100000;
  if (c.random.chance(0.3)) {
    return withTrace(
      c,
      `${c.clock.log4j()} ${level(c.random)}  [ssh-scheduled-pool-${c.random.between(1, 8)}] ${logger} ${c.message()}`,
    );
  }
  const head = `${c.clock.log4j()} ${level(c.random)}  [${thread(c, 7990)}] ${s.person.username} @${s.hash.toUpperCase()}x${requestId(c)} ${s.hash}${ms} ${s.person.ip}`;
  return withTrace(
    c,
    `${head} "${c.random.pick(METHODS)} ${c.path()} HTTP/1.1" ${logger} ${c.message()}`,
  );
};

const bitbucketAccess: LineWriter = (c) => {
  const s = c.session();
  const direction = c.random.chance(0.5) ? 'i' : 'o';
  const ssh = c.random.chance(0.15);
  const labels = ssh ? `"ssh:user:id:${c.random.below(900)}, ${s.person.mail}"` : '-';
  const reqId = `${direction}${c.random.pick(['@', '*'])}${s.hash.toUpperCase()}x${requestId(c)}`;
  const request = ssh
    ? `SSH - git-upload-pack '/${issueKey(c.random).split('-')[0]}/service-${c.random.below(80)}.git'`
    : `${c.random.pick(METHODS)} ${c.path()} HTTP/1.1`;
  return `${s.person.ip},10.0.0.9 | ${ssh ? 'ssh' : 'https'} | ${reqId} | ${s.person.username} | ${c.clock.log4j()} | "${request}" | "" "${s.agent}" | ${c.random.skewed(STATUS)} | ${c.random.below(9000)} | ${c.random.below(90000)} | ${labels} | ${c.random.below(4000)} | ${s.hash} | \n`;
};

const bitbucketAudit: LineWriter = (c) => {
  const s = c.session();
  return `${s.person.ip} | RepositoryAccessedEvent | ${s.person.username} | ${Math.floor(c.clock.millis)} | service-${c.random.below(80)} | {"name":"${s.person.first} ${s.person.last}","email":"${s.person.mail}"} | @${c.random.text(ALNUM, 6)}x${requestId(c)} | ${s.hash}\n`;
};

const bitbucketProfiler: LineWriter = (c) => {
  const s = c.session();
  let text = `${c.clock.log4j()} | ${thread(c, 7990)} | @${s.hash}x${requestId(c)} | ${s.person.username} | ${s.hash}\n`;
  for (let i = c.random.between(2, 12); i > 0; i--) {
    text += `   [${c.random.between(1, 900)}.${c.random.below(10)}ms] - ${c.random.skewed(c.code.loggers)}.call(${c.random.pick(['int', 'Page', 'String'])})\n`;
  }
  return text;
};

const gc: LineWriter = (c) => {
  const before = c.random.between(800, 7900);
  const n = Math.floor(c.clock.millis / 977) % 100000;
  const uptime = `${n * 3}.${c.random.between(100, 999)}`;
  const stamp = `[${c.clock.unified()}][${uptime}s][info][gc`;
  const cause = c.random.pick(['Normal', 'Mixed', 'Concurrent Start', 'Prepare Mixed']);
  return (
    `${stamp},start    ] GC(${n}) Pause Young (${cause}) (G1 Evacuation Pause)\n` +
    `${stamp},heap     ] GC(${n}) Eden regions: ${c.random.between(10, 900)}->0(${c.random.between(10, 900)})\n` +
    `${stamp}          ] GC(${n}) Pause Young (${cause}) (G1 Evacuation Pause) ${before}M->${c.random.between(300, before)}M(8192M) ${c.random.between(1, 250)}.${c.random.between(100, 999)}ms\n`
  );
};

const catalina: LineWriter = (c) => {
  const kind = c.random.below(6);
  const head = `${c.clock.catalina()} ${level(c.random).replace('WARN', 'WARNING')} [main]`;
  switch (kind) {
    case 0:
      return `${head} org.apache.catalina.startup.VersionLoggerListener.log Command line argument: -D${c.random.pick(['atlassian.standalone', 'java.awt.headless', 'jira.home', 'confluence.home'])}=/var/atlassian/data\n`;
    case 1:
      return `${head} org.apache.coyote.AbstractProtocol.start Starting ProtocolHandler ["http-nio-8080"]\n`;
    case 2:
      return `${head} org.apache.catalina.startup.Catalina.start Server startup in [${c.random.between(9000, 90000)}] milliseconds\n`;
    case 3:
      return `${head} org.apache.catalina.core.StandardContext.filterStart Exception starting filter\n${traceOf(c)}`;
    default:
      return `${c.clock.log4j()} ${level(c.random)} [${c.random.skewed(c.code.loggers)}] ${c.message()}\n`;
  }
};

/** One log of a product: where it lies, how its rotations are named, its part of all bytes. */
export interface LogKind {
  readonly root: 'home' | 'install';
  readonly path: string;
  readonly naming: 'number' | 'date';
  readonly share: number;
  readonly line: LineWriter;
}

const TOMCAT: readonly LogKind[] = [
  { root: 'install', path: 'logs/catalina.out', naming: 'number', share: 0.05, line: catalina },
  { root: 'install', path: 'logs/gc-%.log', naming: 'date', share: 0.06, line: gc },
];

export const LOGS: Record<'jira' | 'confluence' | 'bitbucket', readonly LogKind[]> = {
  jira: [
    { root: 'home', path: 'log/atlassian-jira.log', naming: 'number', share: 0.42, line: jiraMain },
    {
      root: 'home',
      path: 'log/atlassian-jira-security.log',
      naming: 'number',
      share: 0.07,
      line: jiraSecurity,
    },
    {
      root: 'home',
      path: 'log/atlassian-jira-slow-queries.log',
      naming: 'number',
      share: 0.06,
      line: jiraSlowQueries,
    },
    { root: 'install', path: 'logs/access_log.%', naming: 'date', share: 0.34, line: jiraAccess },
    ...TOMCAT,
  ],
  confluence: [
    {
      root: 'home',
      path: 'logs/atlassian-confluence.log',
      naming: 'number',
      share: 0.45,
      line: confluenceMain,
    },
    {
      root: 'home',
      path: 'logs/atlassian-confluence-security.log',
      naming: 'number',
      share: 0.05,
      line: confluenceSecurity,
    },
    {
      root: 'home',
      path: 'logs/atlassian-confluence-outgoing-mail.log',
      naming: 'number',
      share: 0.04,
      line: confluenceMail,
    },
    {
      root: 'install',
      path: 'logs/conf_access_log%.log',
      naming: 'date',
      share: 0.35,
      line: confluenceAccess,
    },
    ...TOMCAT,
  ],
  bitbucket: [
    {
      root: 'home',
      path: 'log/atlassian-bitbucket.log',
      naming: 'date',
      share: 0.4,
      line: bitbucketMain,
    },
    {
      root: 'home',
      path: 'log/atlassian-bitbucket-access.log',
      naming: 'date',
      share: 0.39,
      line: bitbucketAccess,
    },
    {
      root: 'home',
      path: 'log/audit/atlassian-bitbucket-audit.log',
      naming: 'date',
      share: 0.05,
      line: bitbucketAudit,
    },
    {
      root: 'home',
      path: 'log/atlassian-bitbucket-profiler.log',
      naming: 'date',
      share: 0.06,
      line: bitbucketProfiler,
    },
    { root: 'install', path: 'logs/gc-%.log', naming: 'date', share: 0.1, line: gc },
  ],
};
