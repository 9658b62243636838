package io.hearth.insight;

/**
 * Reads access logs in the form that each of the three products ships with. A line tells by its
 * first signs which one it is.
 */
final class AccessObserver implements Observer {

  private static final byte[] HTTP = Line.word(" HTTP/");
  private static final byte[] QUOTED_TIME = Line.word("] \"");
  private static final byte[] BAR = Line.word(" | ");
  private static final int BARS = 12;

  private final Times times;
  private final RequestTold told = new RequestTold(Bounds.OF_ENTRY);
  private final Request request = new Request();
  private final int[] bars = new int[BARS];

  AccessObserver(Times times) {
    this.times = times;
  }

  @Override
  public void line(Line line) {
    boolean known = line.at(0) == '[' ? confluence(line) : jira(line) || bitbucket(line);
    if (known) {
      told.add(line, request);
    }
  }

  /** {@code ip request-id user [time] "GET /path HTTP/1.1" status bytes duration "referer" …}. */
  private boolean jira(Line line) {
    int close = line.find(QUOTED_TIME, 0, ObservedText.HEAD);
    int open = line.last('[', close);
    if (close < 0 || open < 2) {
      return false;
    }
    request.at = times.named(line, open + 1);
    request.user(line.last(' ', open - 1) + 1, open - 1);
    int start = close + QUOTED_TIME.length;
    int end = line.next('"', start);
    int status = end + 2;
    int size = line.next(' ', status) + 1;
    int duration = line.next(' ', size) + 1;
    request.millis = line.number(duration, line.next(' ', duration));
    request.unitKnown = false;
    return request.asked(line, start, end) && request.answered(line, status, size - 1);
  }

  /** {@code [time] user thread ip GET /path HTTP/1.1 status 45ms bytes referer agent}. */
  private boolean confluence(Line line) {
    int close = line.next(']', 0);
    int http = line.find(HTTP, close, ObservedText.HEAD);
    if (http < 0) {
      return false;
    }
    request.at = times.named(line, 1);
    request.user(close + 2, line.next(' ', close + 2));
    int path = line.last(' ', http);
    int method = line.last(' ', path);
    int status = line.next(' ', http + 1) + 1;
    int duration = line.next(' ', status) + 1;
    int end = line.next(' ', duration);
    boolean millis = line.at(end - 2) == 'm' && line.at(end - 1) == 's';
    request.millis = millis ? line.number(duration, end - 2) : -1;
    request.unitKnown = true;
    return path > close
        && request.asked(line, method + 1, http)
        && request.answered(line, status, duration - 1);
  }

  /**
   * {@code ip | protocol | request id | user | time | "request" | "referer" "agent" | status |
   * bytes in | bytes out | labels | duration | session id}. A request has one line when it comes,
   * which tells no status, and one when it is answered.
   */
  private boolean bitbucket(Line line) {
    int found = 0;
    for (int at = line.find(BAR, 0, ObservedText.HEAD);
        at >= 0 && found < BARS;
        at = line.find(BAR, at + 1, ObservedText.HEAD)) {
      bars[found++] = at;
    }
    if (found < BARS || line.at(bars[1] + 3) == 'i') {
      return false;
    }
    request.at = times.sortable(line, bars[3] + 3);
    request.user(bars[2] + 3, bars[3]);
    request.millis = line.number(bars[10] + 3, bars[11]);
    request.unitKnown = true;
    return request.asked(line, bars[4] + 4, bars[5] - 1)
        && request.answered(line, bars[6] + 3, bars[7]);
  }

  @Override
  public void end() {
    // Every line stands for itself.
  }

  @Override
  public void addTo(Told all, String entry) {
    all.requests().addAll(told.in(entry));
  }
}
