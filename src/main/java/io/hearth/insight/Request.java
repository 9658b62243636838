package io.hearth.insight;

/** One request as positions in its line, used again for each line. */
final class Request {

  /** No request of a server that still answers takes longer than ten days. */
  private static final long MOST_MILLIS = 864_000_000_000L;

  long at;
  long millis;
  boolean unitKnown;
  int status;
  int userFrom;
  int userEnd;
  int from;
  int pathEnd;
  int end;

  void user(int start, int stop) {
    userFrom = start;
    userEnd = stop;
  }

  boolean anonymous(Line line) {
    return userEnd <= userFrom || (userEnd - userFrom == 1 && line.at(userFrom) == '-');
  }

  /** {@code GET /path?query HTTP/1.1}, or what Bitbucket tells of SSH: {@code SSH - command}. */
  boolean asked(Line line, int start, int stop) {
    from = start;
    int blank = line.next(' ', start);
    int close = line.next(' ', blank + 1);
    boolean web = line.at(blank + 1) == '/';
    end = web ? Math.min(close, stop) : stop;
    pathEnd = web ? Math.min(line.next('?', blank), end) : end;
    return blank < stop && start < stop;
  }

  boolean answered(Line line, int start, int stop) {
    status = (int) line.number(start, stop);
    return status >= 100 && status <= 599 && millis >= 0 && millis <= MOST_MILLIS && at >= 0;
  }
}
