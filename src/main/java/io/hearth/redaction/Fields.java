package io.hearth.redaction;

import io.hearth.redaction.KeyNames.Verdict;
import io.hearth.redaction.Values.Style;

/**
 * Names with a separator and a value: {@code password=…}, {@code "token": "…"}, {@code user: …},
 * {@code Authorization: …}, {@code name="…" value="…"}, in every format that writes them so.
 */
final class Fields {
  private static final int LONGEST_NAME = 128;
  private static final int FEW_WORDS = 3;

  private final Scan scan;
  private final Secrets secrets;
  private final Headers headers;
  private final People people;
  private final Hosts hosts;
  private final Numbers numbers;
  private final DirectoryNames directory;
  private final Projects projects;

  private int nameStart;
  private int nameEnd;

  Fields(
      Scan scan, Headers headers, People people, Hosts hosts, Numbers numbers, Projects projects) {
    this.scan = scan;
    this.headers = headers;
    this.people = people;
    this.hosts = hosts;
    this.numbers = numbers;
    secrets = new Secrets(scan);
    this.projects = projects;
    directory = new DirectoryNames(scan);
  }

  Secrets secrets() {
    return secrets;
  }

  /** The separator at {@code p}; returns where to go on, or -1 if it is none of ours. */
  int at(int p) {
    Line line = scan.line;
    if (!findName(p)) {
      return -1;
    }
    if (line.text[p] == '=' && nameEnd == p) {
      int end = directory.at(nameStart, p);
      if (end > 0) {
        return end;
      }
    }
    Verdict verdict = scan.names.of(line.text, nameStart, nameEnd);
    if (verdict == Verdict.NONE || endsBase64(p)) {
      return -1;
    }
    int start = p + 1;
    if (verdict == Verdict.SECRET && isWorkingFolder(start)) {
      return -1;
    }
    if (line.at(start) == '>' || line.at(start) == '=') {
      start++;
    }
    boolean words = verdict == Verdict.SECRET && isSettingOfWords(p, start);
    return value(verdict, nameStart, p, start, words ? Style.LINE : style(p));
  }

  /** The two signs that fill up base64: what stands before them only looks like a name. */
  private boolean endsBase64(int p) {
    Line line = scan.line;
    boolean two = line.text[p] == '=' && line.at(p + 1) == '=' && nameEnd == p;
    return two && (p + 2 >= line.end || Chars.isSpace(line.at(p + 2)));
  }

  /** {@code PWD=/opt/atlassian/jira/bin}, as every shell has it. */
  private boolean isWorkingFolder(int start) {
    Line line = scan.line;
    boolean name =
        nameEnd - nameStart == 3 && line.startsWith(nameStart, "pwd")
            || nameEnd - nameStart == 6 && line.startsWith(nameStart, "oldpwd");
    return name && Placeholders.isFolder(line, line.skipQuote(line.skipSpaces(start)));
  }

  /**
   * {@code db.password = two words}: what a machine connects with is no sentence, as the text of
   * {@code login.forgot.password = Your password expires} is. It has the rest of the line if that
   * is the line or a few words.
   */
  private boolean isSettingOfWords(int separator, int start) {
    Line line = scan.line;
    boolean blanks = line.at(separator - 1) == ' ' && line.at(start) == ' ';
    if (scan.format != Format.TEXT || !blanks || !line.last || line.text[separator] != '=') {
      return false;
    }
    int from = line.skipSpaces(start);
    int words = 0;
    int p = from;
    while (p < line.end && Chars.isRun(line.text[p])) {
      p = line.skipSpaces(line.runEnd(p));
      words++;
    }
    return p == line.end
        && (words <= FEW_WORDS || startsLine())
        && isConnection(nameStart, nameEnd)
        && !Placeholders.isPlaceholder(line.text, from, line.tokenEnd(from));
  }

  private boolean isConnection(int from, int to) {
    return SecretNames.isConnection(scan.folded(from, to));
  }

  /** The value of a name judged elsewhere, such as a flag's; the name begins at {@code name}. */
  int value(Verdict verdict, int name, int separator, int start, Style style) {
    Line line = scan.line;
    boolean colon = line.at(separator) == ':';
    boolean sentence =
        line.at(start) == ' '
            && (colon || line.at(separator - 1) == ' ' && !isConnection(name, separator));
    return switch (verdict) {
      case SECRET, RANDOM, SESSION, LICENCE, SAML ->
          secrets.setting(start, style, verdict, sentence);
      case AUTHORIZATION -> headers.authorization(start);
      case COOKIE -> headers.cookies(start);
      case USER ->
          people.user(start, colon || style == Style.TOKEN, style == Style.LINE, RuleId.USER_FIELD);
      case FULL_NAME -> people.name(start, style == Style.LINE);
      case PHONE -> numbers.phoneField(start);
      case CARD -> numbers.cardField(start);
      case HOST, MAYBE_HOST -> hosts.field(start, verdict == Verdict.HOST);
      case PROJECT, MAYBE_PROJECT -> projects.field(start, verdict == Verdict.PROJECT);
      case NAME -> named(name, start);
      case VALUE -> pending(start, style);
      default -> -1;
    };
  }

  /** A name that is given as a value says what the value beside it is. */
  private int named(int name, int start) {
    Line line = scan.line;
    scan.values.read(line, line.skipSpaces(start), Style.TOKEN);
    int from = scan.values.from;
    int to = scan.values.to;
    if (scan.values.quote != 0 && to - from < LONGEST_NAME && to > from) {
      Verdict verdict = scan.names.of(line.text, from, to);
      scan.carry.expect(isValued(verdict) ? verdict : Verdict.NONE);
    }
    if (to - from > LONGEST_NAME || !Persons.around(line, name, scan.carry.person)) {
      return -1;
    }
    int blank = from;
    while (blank < to && line.text[blank] != ' ' && line.text[blank] != '+') {
      blank++;
    }
    return blank < to
        ? people.name(start, false)
        : people.user(start, false, false, RuleId.USER_FIELD);
  }

  static boolean isValued(Verdict verdict) {
    return switch (verdict) {
      case SECRET, SESSION, LICENCE, AUTHORIZATION, SAML, RANDOM, USER, FULL_NAME, HOST, PHONE ->
          true;
      default -> false;
    };
  }

  private int pending(int start, Style style) {
    Verdict verdict = scan.carry.pending;
    scan.carry.expect(Verdict.NONE);
    if (verdict == Verdict.NONE) {
      return -1;
    }
    return value(verdict, start, start, start, style);
  }

  private Style style(int separator) {
    Line line = scan.line;
    byte before = line.at(nameStart - 1);
    if (before == '?' || before == '&') {
      return Style.QUERY;
    }
    boolean whole = scan.format.hasSettingsLines() && startsLine();
    // In a YAML map or list on one line a value ends with the comma.
    return whole && line.text[separator] != '&' ? Style.LINE : Style.TOKEN;
  }

  /** Whether nothing but a list's dash stands before the name: the line is this setting's. */
  private boolean startsLine() {
    Line line = scan.line;
    if (!line.first || scan.carry.resumed) {
      return false;
    }
    int p = line.skipSpaces(line.start);
    while (scan.format == Format.YAML && line.at(p) == '-' && line.at(p + 1) == ' ') {
      p = line.skipSpaces(p + 1);
    }
    int quote = line.at(p) == '"' || line.at(p) == '\'' ? 1 : 0;
    return p + quote == nameStart;
  }

  /** Finds the name before a separator: {@code name =}, {@code "name":}, {@code x[name]=}. */
  private boolean findName(int separator) {
    Line line = scan.line;
    byte[] text = line.text;
    int p = separator;
    while (p > line.start && separator - p < 20 && (text[p - 1] == ' ' || text[p - 1] == '\t')) {
      p--;
    }
    if (p > line.start && text[p - 1] == ']') {
      p--;
    }
    if (p > line.start && isQuote(text[p - 1])) {
      p--;
      while (p > line.start && text[p - 1] == '\\') {
        p--;
      }
    }
    nameEnd = p;
    int floor = Math.max(line.start, p - LONGEST_NAME);
    while (p > floor && Chars.isRun(text[p - 1])) {
      p--;
    }
    nameStart = p;
    // -Dname=: the D belongs to the flag.
    if (nameEnd - p > 2 && text[p] == '-' && text[p + 1] == 'D') {
      nameStart = p + 2;
    }
    return nameEnd > nameStart;
  }

  private static boolean isQuote(byte b) {
    return b == '"' || b == '\'' || b == '`';
  }
}
