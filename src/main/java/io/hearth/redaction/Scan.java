package io.hearth.redaction;

import io.hearth.redaction.Findings.As;

/** What the detectors of one entry share: the line in hand, what they found, what they may find. */
final class Scan {
  final Line line = new Line();
  final Findings findings = new Findings();
  final Values values = new Values();
  final KeyNames names = new KeyNames();
  final Carry carry = new Carry();
  final Format format;
  final Dictionary words;
  final OrdinaryWords ordinary;

  private final boolean[] on;

  Scan(Format format, Dictionary words, RedactionSettings settings, OrdinaryWords ordinary) {
    this.format = format;
    this.words = words;
    this.ordinary = ordinary;
    RuleId[] rules = RuleId.values();
    on = new boolean[rules.length];
    for (RuleId rule : rules) {
      on[rule.ordinal()] = settings.on(rule);
    }
  }

  /** The bytes that {@link #line} is a view of. */
  byte[] source = new byte[0];

  boolean on(RuleId rule) {
    return on[rule.ordinal()];
  }

  /** Notes a finding unless its rule is off or its value is a pseudonym; returns its end. */
  int add(int from, int to, As as, RuleId rule) {
    if (on[rule.ordinal()] && to > from && !Pseudonyms.covers(line.text, from, to)) {
      findings.add(from, to, as, rule);
      if (as == As.SECRET && to == line.end && !line.last && carry.until == Carry.Until.NOTHING) {
        carry.begin(Carry.Until.BLANK, rule, from);
      }
    }
    return to;
  }

  void address(int from, int to, As as, RuleId rule, long one, long two) {
    if (on[rule.ordinal()]) {
      findings.add(from, to, as, rule, 0, one, two);
    }
  }

  /** The entry of an ASCII or other word in the dictionary, 0 if it has none. */
  int wordEntry(int from, int to) {
    return words.find(WordTable.hash(WordTable.fold(line.text, from, to)));
  }

  String folded(int from, int to) {
    return WordTable.fold(line.text, from, to);
  }
}
