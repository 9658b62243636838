package io.hearth.redaction;

import io.hearth.redaction.Findings.As;

/** Teaches the vocabulary what the detectors find, and which findings are one person's. */
final class Learner extends LineWork {
  private static final int NEAR = 60;

  private final Vocabulary vocabulary;
  private final ByteCache<Boolean> seen = new ByteCache<>(14);

  Learner(Scan scan, OwnPatterns own, Vocabulary vocabulary) {
    super(scan, own);
    this.vocabulary = vocabulary;
  }

  @Override
  void found(byte[] buffer, int from, int commit) {
    Findings findings = scan.findings;
    for (int i = 0; i < findings.count(); i++) {
      As as = findings.as(i);
      boolean telling = isPerson(as) || as == As.HOST;
      if (telling && isNew(findings.start(i), findings.end(i), as.ordinal())) {
        teach(i);
      }
      if (i > 0 && isPerson(as) && isPerson(findings.as(i - 1))) {
        int first = findings.start(i - 1);
        if (findings.start(i) - findings.end(i - 1) < NEAR && isNew(first, findings.end(i), 100)) {
          link(i - 1, i);
        }
      }
    }
  }

  @Override
  public void release(byte[] buffer, int to, int now) {
    // Nothing is copied.
  }

  private boolean isNew(int from, int to, int purpose) {
    byte[] text = scan.line.text;
    if (seen.get(text, from, to, purpose).isPresent()) {
      return false;
    }
    seen.put(text, from, to, purpose, true);
    return true;
  }

  private static boolean isPerson(As as) {
    return as == As.USER || as == As.NAME || as == As.MAIL;
  }

  private void teach(int i) {
    String text = text(i);
    switch (scan.findings.as(i)) {
      case USER -> vocabulary.user(text);
      case NAME -> vocabulary.fullName(text);
      case MAIL -> teachMail(text);
      case HOST -> teachHost(i, text);
      default -> {}
    }
  }

  private String text(int i) {
    return WordTable.decode(scan.line.text, scan.findings.start(i), scan.findings.end(i));
  }

  /** Message ids have the form of an address; what stands before their at sign is no name. */
  private void teachMail(String mail) {
    int at = mail.lastIndexOf('@');
    String local = mail.substring(0, at);
    long digits = local.chars().filter(Character::isDigit).count();
    if (local.startsWith("\"") || local.startsWith("\\")) {
      vocabulary.fullName(local.replaceAll("[\"\\\\]", ""));
      vocabulary.host(mail.substring(at + 1));
    } else if (digits > 5 && digits * 3 > local.length()) {
      vocabulary.host(mail.substring(at + 1));
    } else {
      vocabulary.mail(mail);
    }
  }

  private void teachHost(int i, String host) {
    if (scan.findings.rule(i) == RuleId.LDAP_DN) {
      if (i == 0 || scan.findings.as(i - 1) != As.HOST) {
        vocabulary.host(domain(i));
      }
    } else {
      vocabulary.host(host);
    }
  }

  /** {@code dc=acme,dc=com} is acme.com. */
  private String domain(int first) {
    StringBuilder domain = new StringBuilder(text(first));
    int i = first + 1;
    while (i < scan.findings.count()
        && scan.findings.rule(i) == RuleId.LDAP_DN
        && scan.findings.as(i) == As.HOST
        && scan.findings.start(i) - scan.findings.end(i - 1) < 6) {
      domain.append('.').append(text(i++));
    }
    return domain.indexOf(".") > 0 ? domain.toString() : "";
  }

  /** Two values side by side that one object or one phrase gives to one person. */
  private void link(int one, int other) {
    int from = scan.findings.end(one);
    int to = scan.findings.start(other);
    if (!joins(one, other, WordTable.decode(scan.line.text, from, to))) {
      return;
    }
    As first = scan.findings.as(one);
    As second = scan.findings.as(other);
    if (first == second) {
      return;
    }
    String user = first == As.USER ? text(one) : second == As.USER ? text(other) : "";
    String name = first == As.NAME ? text(one) : second == As.NAME ? text(other) : "";
    String mail = first == As.MAIL ? text(one) : second == As.MAIL ? text(other) : "";
    vocabulary.person(user, name, mail);
  }

  private boolean joins(int one, int other, String gap) {
    As first = scan.findings.as(one);
    As second = scan.findings.as(other);
    String between = gap.replace("\\", "");
    if (first == As.NAME && second != As.NAME) {
      String sign = between.replace("\"", "").strip();
      if (sign.equals("<") || sign.equals("(") || sign.equals("[")) {
        return true;
      }
    }
    return Persons.joins(between);
  }
}
