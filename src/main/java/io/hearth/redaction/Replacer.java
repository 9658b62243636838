package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import io.hearth.redaction.Pseudonyms.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes what stands in the place of each finding. One per entry: it has buffers of its own, made
 * when the first finding comes, as most texts are short and hold none.
 */
final class Replacer {
  private static final byte[] QUOTE = {'"'};

  /** Takes the bytes of a replacement. */
  interface Target {
    void write(byte[] bytes, int from, int to) throws IOException;
  }

  private final PseudonymKey key;
  private final Dictionary words;
  private Optional<Pseudonyms> pseudonyms = Optional.empty();
  private Optional<IpPseudonyms> addresses = Optional.empty();
  private final ByteCache<byte[]> made = new ByteCache<>(13);

  Replacer(PseudonymKey key, Dictionary words) {
    this.key = key;
    this.words = words;
  }

  private Pseudonyms pseudonyms() {
    if (pseudonyms.isEmpty()) {
      pseudonyms = Optional.of(new Pseudonyms(key));
    }
    return pseudonyms.get();
  }

  private IpPseudonyms addresses() {
    if (addresses.isEmpty()) {
      addresses = Optional.of(new IpPseudonyms(key));
    }
    return addresses.get();
  }

  void write(Scan scan, int finding, Target target) throws IOException {
    Findings findings = scan.findings;
    boolean quoted = findings.quoted(finding);
    if (quoted) {
      target.write(QUOTE, 0, 1);
    }
    value(scan, finding, target);
    if (quoted) {
      target.write(QUOTE, 0, 1);
    }
  }

  private void value(Scan scan, int i, Target target) throws IOException {
    As as = scan.findings.as(i);
    byte[] text = scan.line.text;
    int from = scan.findings.start(i);
    int to = scan.findings.end(i);
    switch (as) {
      case DROP -> {}
      case MAIL -> mail(scan, i, target);
      case IPV4, IPV6, MAC -> address(scan, i, target);
      default -> write(pseudonym(as, text, from, to), target);
    }
  }

  private static void write(byte[] bytes, Target target) throws IOException {
    target.write(bytes, 0, bytes.length);
  }

  private byte[] pseudonym(As as, byte[] text, int from, int to) {
    Optional<byte[]> known = made.get(text, from, to, as.ordinal());
    if (known.isPresent()) {
      return known.get();
    }
    Pseudonyms pseudonyms = pseudonyms();
    make(pseudonyms, as, text, from, to);
    byte[] pseudonym = Arrays.copyOf(pseudonyms.bytes(), pseudonyms.length());
    return made.put(text, from, to, as.ordinal(), pseudonym);
  }

  private void make(Pseudonyms pseudonyms, As as, byte[] text, int from, int to) {
    switch (as) {
      case SECRET -> pseudonyms.exact(Word.REDACTED, text, from, to);
      case OWN -> pseudonyms.folded(Word.OWN, text, from, to);
      case PHONE -> digits(pseudonyms, Word.PHONE, text, from, to);
      case CARD -> digits(pseudonyms, Word.CARD, text, from, to);
      case UNIT -> pseudonyms.folded(Word.UNIT, text, from, to);
      case PROJECT -> pseudonyms.folded(Word.PROJECT, text, from, to);
      case USER -> pseudonyms.person(Word.USER, user(text, from, to));
      case NAME -> pseudonyms.person(Word.NAME, name(text, from, to));
      case HOST -> pseudonyms.host(text, from, to);
      case MAIL -> pseudonyms.person(Word.USER, local(text, from, to));
      default -> throw new IllegalStateException("no pseudonym for " + as);
    }
  }

  private byte[] user(byte[] text, int from, int to) {
    return words.personOf(WordTable.fold(text, from, to));
  }

  /** A learned name's entity, else the text as a directory would make a mail address of it. */
  private byte[] name(byte[] text, int from, int to) {
    String name = WordTable.decode(text, from, to);
    String[] parts = Person.parts(name);
    byte[] known = words.personOf(String.join(" ", parts));
    String plain = String.join(".", parts);
    return parts.length > 1 && new String(known, StandardCharsets.UTF_8).indexOf(' ') > 0
        ? words.personOf(plain)
        : known;
  }

  /** The at sign stays in the spelling it has: in a URL's parameter it is an escape. */
  private void mail(Scan scan, int i, Target target) throws IOException {
    Line line = scan.line;
    int at = (int) scan.findings.first(i);
    int from = scan.findings.start(i);
    int to = scan.findings.end(i);
    if (at < from || at >= to) {
      write(pseudonym(As.OWN, line.text, from, to), target);
      return;
    }
    if (at > from) {
      write(pseudonym(As.MAIL, line.text, from, at), target);
    }
    byte[] sign = scan.source;
    target.write(sign, line.rawAt(at), line.rawAt(at + 1));
    if (Pseudonyms.covers(line.text, at + 1, to)) {
      target.write(line.text, at + 1, to);
      return;
    }
    write(pseudonym(As.HOST, line.text, at + 1, to), target);
  }

  private byte[] local(byte[] text, int from, int at) {
    String local = WordTable.fold(text, from, at);
    int start = 0;
    while (start < local.length() && (local.charAt(start) == '"' || local.charAt(start) == '\\')) {
      start++;
    }
    if (start > 0) {
      String name = local.substring(start, Math.max(start, local.indexOf('"', start)));
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      return name(bytes, 0, bytes.length);
    }
    int plus = local.indexOf('+');
    return words.personOf(plus > 0 ? local.substring(0, plus) : local);
  }

  private static void digits(Pseudonyms pseudonyms, Word word, byte[] text, int from, int to) {
    byte[] digits = new byte[to - from];
    int count = 0;
    for (int p = from; p < to; p++) {
      if (Chars.isDigit(text[p])) {
        digits[count++] = text[p];
      }
    }
    pseudonyms.exact(word, digits, 0, count);
  }

  private void address(Scan scan, int i, Target target) throws IOException {
    Findings findings = scan.findings;
    IpPseudonyms addresses = addresses();
    long one = findings.first(i);
    if (findings.as(i) == As.IPV4) {
      addresses.write4((int) one);
    } else if (findings.as(i) == As.IPV6) {
      addresses.write6(one, findings.second(i));
    } else {
      addresses.writeMac(one, scan.line.text, findings.start(i), findings.end(i));
    }
    target.write(addresses.bytes(), 0, addresses.length());
  }
}
