import type { LogClock } from './log-clock.ts';
import type { Organisation, Session } from './people.ts';
import { ALNUM, UPPER, type Random } from './random.ts';
import type { CodeBase } from './stack-traces.ts';

/** What the writers of lines draw from. One instance serves one file. */
export class LogContext {
  /** The sessions and paths of the last minutes: people click on, and errors come in bursts. */
  private readonly activeSessions: Session[] = [];
  private readonly activePaths: string[] = [];
  private readonly messages: string[] = [];

  constructor(
    readonly random: Random,
    readonly clock: LogClock,
    readonly organisation: Organisation,
    readonly code: CodeBase,
    private readonly allPaths: readonly string[],
  ) {}

  session(): Session {
    return this.recent(this.activeSessions, 24, () =>
      this.random.skewed(this.organisation.sessions),
    );
  }

  path(): string {
    return this.recent(this.activePaths, 48, () => this.random.skewed(this.allPaths));
  }

  message(): string {
    return this.recent(this.messages, 64, () => message(this));
  }

  private recent<T>(pool: T[], size: number, draw: () => T): T {
    const index = this.random.below(size * 1.12);
    const known = index < size ? pool[index] : undefined;
    if (known !== undefined) {
      return known;
    }
    const fresh = draw();
    pool[index < size ? index : this.random.below(size)] = fresh;
    return fresh;
  }
}

/** Writes one line or one line with its stack trace, each with its line end. */
export type LineWriter = (context: LogContext) => string;

const PROJECTS = ['OPS', 'WEB', 'PAY', 'HR', 'CORE', 'INFRA', 'QA', 'DOC'];
const LEVELS = ['INFO', 'WARN', 'INFO', 'ERROR', 'WARN', 'DEBUG'];

export function level(random: Random): string {
  return random.pick(LEVELS);
}

export function issueKey(random: Random): string {
  return `${random.skewed(PROJECTS)}-${random.between(1, 48000)}`;
}

/** `815x1234x1`: minute of the day, running number, requests at that time. */
export function requestId(context: LogContext): string {
  const minutes = Math.floor(context.clock.millis / 60000) % 1440;
  return `${minutes}x${context.random.between(10000, 99999)}x${context.random.between(1, 9)}`;
}

/** The URLs that an instance's users ask for: some thousand, drawn unevenly. */
export function paths(random: Random, product: 'jira' | 'confluence' | 'bitbucket'): string[] {
  const makers: Record<typeof product, Array<() => string>> = {
    jira: [
      () => `/browse/${issueKey(random)}`,
      () => `/rest/api/2/issue/${issueKey(random)}?fields=summary,status&_=${random.below(1e9)}`,
      () => `/secure/RapidBoard.jspa?rapidView=${random.between(1, 900)}`,
      () => `/rest/webResources/1.0/resources`,
      () =>
        `/s/${random.text(ALNUM, 12)}/_/download/batch/jira.webresources:global-static/batch.js`,
      () =>
        `/secure/QuickEditIssue!default.jspa?issueId=${random.between(10000, 99999)}&decorator=none`,
    ],
    confluence: [
      () => `/pages/viewpage.action?pageId=${random.between(100000, 9999999)}`,
      () => `/display/${random.skewed(PROJECTS)}/Release+notes+${random.below(900)}`,
      () => `/rest/api/content/${random.between(100000, 9999999)}?expand=body.storage,version`,
      () => `/rest/mywork/latest/status/notification/count?_=${random.below(1e9)}`,
      () => `/s/${random.text(ALNUM, 12)}/_/download/contextbatch/css/_super/batch.css`,
    ],
    bitbucket: [
      () =>
        `/scm/${random.skewed(PROJECTS).toLowerCase()}/service-${random.below(80)}.git/info/refs?service=git-upload-pack`,
      () =>
        `/projects/${random.skewed(PROJECTS)}/repos/service-${random.below(80)}/pull-requests/${random.below(900)}/overview`,
      () =>
        `/rest/api/latest/projects/${random.skewed(PROJECTS)}/repos/service-${random.below(80)}/commits/${random.hex(40)}`,
      () => `/rest/build-status/latest/commits/stats/${random.hex(40)}?includeUnique=true`,
    ],
  };
  return Array.from({ length: 600 }, () => random.skewed(makers[product])());
}

/** Messages that all three products write, with the values that vary in them. */
function message(context: LogContext): string {
  const { random, organisation } = context;
  const someone = random.skewed(organisation.people);
  switch (random.below(14)) {
    case 0:
      return `User '${someone.username}' has no permission to browse ${issueKey(random)}`;
    case 1:
      return `Sent mail to ${someone.mail} in ${random.between(3, 900)} ms via ${random.pick(organisation.hosts)}:587`;
    case 2:
      return `Reindexing took ${random.between(1, 90000)} ms, ${random.between(1, 5000)} documents, ${random.between(1, 9)} segments`;
    case 3:
      return `Connection to ${random.pick(organisation.hosts)}/${someone.ip}:5432 refused, retry ${random.between(1, 5)} of 5`;
    case 4:
      return `Cache com.atlassian.cache.${random.skewed(context.code.loggers).split('.').pop()} flushed: ${random.below(10000)} entries, hit ratio 0.${random.below(100)}`;
    case 5:
      return `Login for ${someone.first} ${someone.last} (${someone.username}) from ${someone.ip} was successful`;
    case 6:
      return `Plugin com.acme.${random.skewed(context.code.loggers).split('.').pop()} ${random.between(1, 9)}.${random.below(20)}.${random.below(9)} enabled in ${random.between(1, 4000)}ms`;
    case 7:
      return `Slow request: ${context.path()} took ${random.between(1000, 60000)} ms for ${someone.username}`;
    case 8:
      return `Synchronisation of directory 32769 found ${random.below(5000)} users, ${random.below(300)} groups: cn=${someone.first} ${someone.last},ou=people,dc=${organisation.domain.replace('.', ',dc=')}`;
    case 9:
      return `Index snapshot IndexSnapshot_${random.between(10000, 99999)}.tar.sz created, ${random.between(1, 900)} MB`;
    case 10:
      return `The license expires in ${random.between(1, 365)} days`;
    case 11:
      return `Heartbeat of node ${random.text('0123456789', 5)} missed, last seen ${random.between(1, 90)} s ago`;
    case 12:
      return `Could not acquire lock ${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)} within 1000 ms`;
    default:
      return `Processed ${random.between(1, 400)} events on thread pool ${random.text(UPPER, 3)}, queue ${random.below(90)}`;
  }
}

export function traceOf(context: LogContext): string {
  return context.random.skewed(context.code.traces);
}
