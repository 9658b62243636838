import { parseInsight, type Insight } from '../../../../frontend/shared/insight';

/** What the server writes of a small log; each test alters what it is about. */
export const ATTACK = '</script><img src=x onerror=alert(1)>';

export const DATA = {
  format: 'hearth-insight',
  formatVersion: 1,
  log: {
    lines: 40,
    errors: 7,
    warnings: 2,
    from: '2026-03-01T11:50:10',
    until: '2026-03-01T12:30:00',
    minutesPerStep: 1,
    start: '2026-03-01T11:59:00',
    steps: [
      [0, 2, 1],
      [1, 5, 1],
    ],
  },
  starts: {
    count: 1,
    listed: [{ at: '2026-03-01T12:10:30', what: 'tomcat-started', entry: 'a/catalina.out' }],
  },
  exceptions: {
    count: 12,
    notListed: 0,
    groups: [
      {
        type: 'java.lang.IllegalStateException',
        message: ATTACK,
        cause: 'java.io.IOException',
        culprit: 'com.acme.A.b',
        count: 9,
        atMost: 9,
        first: '2026-03-01T11:59:30',
        last: '2026-03-01T12:00:00',
        entry: 'product-logs/100% #1.log',
        sample: `java.lang.IllegalStateException: ${ATTACK}\n\tat com.acme.A.b(A.java:1)`,
      },
      {
        type: 'java.lang.Error',
        message: '',
        cause: '',
        culprit: '',
        count: 3,
        atMost: 5,
        first: '',
        last: '',
        entry: 'product-logs/b.log',
        sample: 'java.lang.Error',
      },
    ],
  },
  threadDumps: [],
  threadDumpsNotListed: 0,
};

export const INSIGHT: Insight = parseInsight(DATA, '');
