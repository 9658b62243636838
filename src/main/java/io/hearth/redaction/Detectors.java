package io.hearth.redaction;

import io.hearth.redaction.KeyNames.Verdict;
import io.hearth.redaction.Values.Style;

/** The detectors of one entry, wired to each other, and which sign calls which. */
final class Detectors {
  private final Scan scan;
  private final Fields fields;
  private final Mails mails;
  private final Hosts hosts;
  private final Addresses addresses;
  private final Numbers numbers;
  private final Tokens tokens;
  private final Flags flags;
  private final Paths paths;
  private final Projects projects;
  private final Markup markup;
  private final LogLines logs;
  private final KnownWords words;
  private final WordShapes shapes;

  Detectors(Scan scan) {
    this.scan = scan;
    Headers headers = new Headers(scan);
    People people = new People(scan);
    hosts = new Hosts(scan);
    mails = new Mails(scan, hosts);
    addresses = new Addresses(scan);
    numbers = new Numbers(scan);
    projects = new Projects(scan);
    fields = new Fields(scan, headers, people, hosts, numbers, projects);
    tokens = new Tokens(scan);
    flags = new Flags(scan, fields);
    paths = new Paths(scan, people);
    markup = new Markup(scan, fields, people);
    logs = new LogLines(scan, people);
    words = new KnownWords(scan, people, hosts, paths, numbers, flags, headers, projects);
    shapes = new WordShapes(scan, tokens, addresses, numbers, logs);
  }

  KnownWords words() {
    return words;
  }

  WordShapes shapes() {
    return shapes;
  }

  /** By the sign's character. */
  Detector[] signs() {
    Detector[] signs = new Detector[128];
    java.util.Arrays.fill(signs, Detector.NOTHING);
    signs['='] = (p, to) -> fields.at(p);
    signs[':'] = this::colon;
    signs['@'] = (p, to) -> mails.at(p);
    signs['<'] = (p, to) -> markup.open(p);
    signs['>'] = (p, to) -> markup.close(p);
    signs['~'] = this::tilde;
    signs['\\'] = (p, to) -> scan.line.at(to) == '\\' ? hosts.unc(p) : -1;
    if (projects.on()
        || scan.on(RuleId.SECRET_SETTING)
        || scan.on(RuleId.PEM)
        || scan.on(RuleId.COMMAND_LINE)) {
      signs['-'] = this::dash;
    }
    if (scan.on(RuleId.PHONE)) {
      signs['+'] = this::plus;
    }
    signs['['] = (p, to) -> scan.line.at(p + 3) == '/' ? logs.accessTime(p) : -1;
    return signs;
  }

  private int plus(int p, int to) {
    byte next = scan.line.at(to);
    return Chars.isDigit(next) || next == '(' ? numbers.phone(p) : -1;
  }

  private int colon(int p, int to) {
    Line line = scan.line;
    byte next = line.at(to);
    if (next == '/' && line.at(p + 2) == '/') {
      return hosts.authority(p + 3);
    }
    if (next == ':') {
      return addresses.ipv6(p);
    }
    if (line.startsWith(p - 4, "thin:")) {
      return hosts.oracle(to);
    }
    boolean time =
        Chars.isDigit(next) && Chars.isDigit(line.at(p - 1)) && !Chars.isAtom(line.at(p - 3));
    return time ? -1 : fields.at(p);
  }

  private int dash(int p, int to) {
    Line line = scan.line;
    if (line.startsWith(p, "-----begin ")) {
      return scan.on(RuleId.PEM) ? tokens.pem(p) : -1;
    }
    byte before = line.at(p - 1);
    if (projects.on() && Chars.isDigit(line.at(to)) && Chars.isAtom(before)) {
      return projects.issue(p);
    }
    boolean starts = p == line.start || Chars.isSpace(before) || before == '"' || before == '\'';
    return starts || before == '[' || before == ',' ? flags.at(p) : -1;
  }

  private int tilde(int p, int to) {
    int token = tokens.azure(p);
    return token > 0 ? token : paths.tilde(p);
  }

  /** {@code name value} and {@code name=value} of a properties file, comments left to the text. */
  int property() {
    Line line = scan.line;
    int name = line.skipSpaces(line.start);
    byte first = line.at(name);
    if (name == line.end || first == '#' || first == '!') {
      return name;
    }
    int end = line.runEnd(name);
    if (end == name || line.at(end) != ' ' && line.at(end) != '\t') {
      return name;
    }
    int start = line.skipSpaces(end);
    if (start == line.end || line.at(start) == '=' || line.at(start) == ':') {
      return name;
    }
    Verdict verdict = scan.names.of(line.text, name, end);
    return verdict == Verdict.NONE ? name : fields.value(verdict, name, end, start, Style.LINE);
  }
}
