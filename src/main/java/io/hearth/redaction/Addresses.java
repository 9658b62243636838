package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import java.util.Set;

/** IPv4, IPv6 and MAC addresses. */
final class Addresses {
  private static final Set<String> VERSION_WORDS =
      Set.of(
          "version v ver release build rev revision upgrade upgraded update updated patch running"
              .concat(" tomcat jdk jre java openssl driver plugin firmware chrome from_version")
              .split(" "));

  private final Scan scan;
  private long high;
  private long low;

  Addresses(Scan scan) {
    this.scan = scan;
  }

  /** An address whose first octet is {@code text[from, to)}; returns its end or -1. */
  int ipv4(int from, int to) {
    Line line = scan.line;
    int p = from;
    int address = 0;
    for (int part = 0; part < 4; part++) {
      int octet = 0;
      int start = p;
      while (p < line.end && Chars.isDigit(line.text[p]) && p - start < 4) {
        octet = octet * 10 + line.text[p++] - '0';
      }
      if (p == start || octet > 255 || p - start > 3) {
        return -1;
      }
      address = address << 8 | octet;
      if (part < 3 && line.at(p++) != '.') {
        return -1;
      }
    }
    if (IpPseudonyms.isKept(address) || !isBordered(from, p) || isVersion(from, p)) {
      return p;
    }
    scan.address(from, p, As.IPV4, RuleId.IPV4, address, 0);
    return p;
  }

  private boolean isBordered(int from, int to) {
    Line line = scan.line;
    byte before = line.at(from - 1);
    byte after = line.at(to);
    boolean joined = before == '.' || before == '_' || before == '-' && !isBlank(from - 2);
    boolean goesOn =
        Chars.isAtom(after)
            || after == '_'
            || (after == '.' || after == '-')
                && Chars.isAtom(line.at(to + 1))
                && !(after == '-' && Chars.isDigit(line.at(to + 1)));
    return !joined && !goesOn;
  }

  private boolean isBlank(int p) {
    Line line = scan.line;
    return p < line.start || !Chars.isRun(line.text[p]);
  }

  /** {@code version 10.3.2.1}, {@code Chrome/120.0.0.0}: four numbers that are no address. */
  private boolean isVersion(int from, int to) {
    Line line = scan.line;
    int p = from;
    boolean product = line.at(p - 1) == '/' && Chars.isLetter(line.at(p - 2));
    boolean round = to - from > 4 && line.text[to - 1] == '0' && line.text[to - 2] == '.';
    if (product && round && line.text[to - 3] == '0') {
      return true;
    }
    while (p > line.start && from - p < 6 && " =:\"'/(".indexOf(line.text[p - 1]) >= 0) {
      p--;
    }
    int start = p;
    while (start > line.start && p - start < 20 && Chars.isLetter(line.text[start - 1])) {
      start--;
    }
    return start < p && VERSION_WORDS.contains(scan.folded(start, p)) && !product;
  }

  /** An IPv6 address that begins at {@code from}, with a colon among its first five bytes. */
  int ipv6(int from) {
    Line line = scan.line;
    byte before = line.at(from - 1);
    if (Chars.isAtom(before) || before == ':' || before == '.') {
      return -1;
    }
    int to = parse6(from);
    if (to < 0 || Chars.isAtom(line.at(to)) || line.at(to) == ':' && line.at(to + 1) == ':') {
      return -1;
    }
    if (IpPseudonyms.isKept(high, low)) {
      return to;
    }
    scan.address(from, to, As.IPV6, RuleId.IPV6, high, low);
    return to;
  }

  /** Reads eight groups, or fewer with one double colon; sets the address, returns the end. */
  private int parse6(int from) {
    Line line = scan.line;
    int[] groups = new int[8];
    int count = 0;
    int gap = -1;
    int p = from;
    boolean telling = false;
    if (line.at(p) == ':') {
      if (line.at(p + 1) != ':') {
        return -1;
      }
      gap = 0;
      p += 2;
    }
    while (count < 8) {
      int start = p;
      int value = 0;
      while (p < line.end && p - start < 5 && Chars.isHex(line.text[p])) {
        telling |= Chars.isDigit(line.text[p]);
        value = value << 4 | Chars.hexValue(line.text[p++]);
      }
      if (p - start > 4) {
        return -1;
      }
      if (p == start) {
        break;
      }
      if (line.at(p) == '.' && count < 7 && (gap >= 0 || count == 6)) {
        int end = embedded(start, groups, count);
        if (end > 0) {
          return finish(groups, count + 2, gap, end, true);
        }
      }
      groups[count++] = value;
      if (count == 8 || line.at(p) != ':') {
        break;
      }
      if (line.at(p + 1) == ':') {
        if (gap >= 0) {
          return -1;
        }
        gap = count;
        p += 2;
      } else if (Chars.isHex(line.at(p + 1))) {
        p++;
      } else {
        break;
      }
    }
    return finish(groups, count, gap, p, telling);
  }

  /** {@code ::ffff:10.0.0.5}. */
  private int embedded(int from, int[] groups, int count) {
    Line line = scan.line;
    int p = from;
    int address = 0;
    for (int part = 0; part < 4; part++) {
      int octet = 0;
      int start = p;
      while (Chars.isDigit(line.at(p)) && p - start < 3) {
        octet = octet * 10 + line.text[p++] - '0';
      }
      if (p == start || octet > 255 || part < 3 && line.at(p++) != '.') {
        return -1;
      }
      address = address << 8 | octet;
    }
    groups[count] = address >>> 16;
    groups[count + 1] = address & 0xffff;
    return p;
  }

  private int finish(int[] groups, int count, int gap, int end, boolean telling) {
    if (gap < 0 ? count != 8 : count > 7) {
      return -1;
    }
    // add::face may be a name in code; an address has a digit, or more groups.
    if (gap >= 0 && count > 0 && count < 4 && !telling) {
      return -1;
    }
    long[] halves = new long[2];
    for (int i = 0; i < 8; i++) {
      int behind = 8 - count;
      int value = gap < 0 || i < gap ? groups[i] : i < gap + behind ? 0 : groups[i - behind];
      halves[i >> 2] = halves[i >> 2] << 16 | value;
    }
    high = halves[0];
    low = halves[1];
    return end;
  }

  /** Six pairs of hex digits with one sign between, or three groups of four with dots. */
  int mac(int from, int to) {
    Line line = scan.line;
    byte sign = line.at(to);
    int width = to - from;
    int groups = width == 2 ? 6 : 3;
    boolean dotted = width == 4 && sign == '.';
    if (!(dotted || width == 2 && (sign == ':' || sign == '-'))) {
      return -1;
    }
    int p = from;
    long address = 0;
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < width; i++, p++) {
        int digit = p < line.end ? Chars.hexValue(line.text[p]) : -1;
        if (digit < 0) {
          return -1;
        }
        address = address << 4 | digit;
      }
      if (group < groups - 1 && line.at(p++) != sign) {
        return -1;
      }
    }
    byte before = line.at(from - 1);
    boolean longer = before == sign || line.at(p) == sign && Chars.isHex(line.at(p + 1));
    if (longer || Chars.isAtom(line.at(p)) || before == '-' || before == '.') {
      return -1;
    }
    if (address != 0 && address != 0xffffffffffffL && !IpPseudonyms.isOwnMac(address)) {
      scan.address(from, p, As.MAC, RuleId.MAC, address, 0);
    }
    return p;
  }
}
