package io.hearth.redaction;

import io.hearth.redaction.Findings.As;

/** Words that stand out by their digits, their length or the sign behind them. */
final class WordShapes {
  private static final int LONG_WORD = 16;

  private final Scan scan;
  private final Tokens tokens;
  private final Addresses addresses;
  private final Numbers numbers;
  private final LogLines logs;

  WordShapes(Scan scan, Tokens tokens, Addresses addresses, Numbers numbers, LogLines logs) {
    this.scan = scan;
    this.tokens = tokens;
    this.addresses = addresses;
    this.numbers = numbers;
    this.logs = logs;
  }

  /** {@code seen} are the flags of all its bytes. */
  int at(int start, int end, int seen) {
    byte[] text = scan.line.text;
    byte after = scan.line.at(end);
    int next = tokens.mayStart(text[start], text[start + 1]) ? tokens.shape(start) : -1;
    if (next < 0 && (seen & Chars.DIGIT) != 0) {
      next = (seen & Chars.LETTER) == 0 ? digits(start, end, after) : mixed(start, end);
    }
    if (next < 0 && end - start > 6 && Chars.isJoint(after, ':')) {
      next = tokens.oddShape(start, end);
    }
    if (next < 0 && end - start > 4) {
      next = longWord(start, end);
    } else if (next < 0) {
      next = hex(start, end, after);
    }
    return next;
  }

  private int longWord(int start, int end) {
    byte[] text = scan.line.text;
    if (text[start] == 'A' && text[start + 3] == 'B') {
      int next = tokens.licence(start);
      if (next > 0) {
        return next;
      }
    }
    return end - start >= LONG_WORD ? tokens.longWord(start, end) : -1;
  }

  private int digits(int start, int end, byte after) {
    int length = end - start;
    if (length < 4 && after == '.') {
      return addresses.ipv4(start, end);
    }
    boolean group =
        length == 4 && (after == ' ' || after == '-') && Chars.isDigit(scan.line.at(end + 1));
    return length > 12 && length < 20 || group ? numbers.card(start, end) : -1;
  }

  /** The request id of a log line; Jira's key of a user. */
  int mixed(int start, int end) {
    byte[] text = scan.line.text;
    int length = end - start;
    if (length > 4
        && LogLines.endsAsRequestId(text, start, end)
        && LogLines.isRequestId(text, start, end)) {
      logs.requestId(start, end);
      return end;
    }
    boolean key = text[start] == 'J' && length > 9 && scan.line.startsWith(start, "jirauser");
    return key ? scan.add(start, end, As.USER, RuleId.USER_KEY) : -1;
  }

  /** Short words of hex digits may begin an address. */
  private int hex(int start, int end, byte after) {
    int length = end - start;
    boolean mac = length == 2 && (after == '-' || after == ':') || length == 4 && after == '.';
    if (!(mac || after == ':' && scan.line.at(end + 1) != '/') || !isHex(start, end)) {
      return -1;
    }
    int next = mac ? addresses.mac(start, end) : -1;
    return next < 0 && after == ':' ? addresses.ipv6(start) : next;
  }

  private boolean isHex(int start, int end) {
    for (int p = start; p < end; p++) {
      if (!Chars.isHex(scan.line.text[p])) {
        return false;
      }
    }
    return true;
  }
}
