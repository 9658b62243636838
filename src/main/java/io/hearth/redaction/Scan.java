package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import java.util.Optional;
import java.util.Set;

/** What the detectors of one entry share: the line in hand, what they found, what they may find. */
final class Scan {
  private static final RuleId[] RULES = RuleId.values();

  final Line line = new Line();
  final Findings findings = new Findings();
  final Values values = new Values();
  final KeyNames names = new KeyNames();
  final Carry carry = new Carry();
  final Format format;
  final Dictionary words;

  private final ByteCache<String> texts = new ByteCache<>(12);
  private final ByteCache<Facts> facts = new ByteCache<>(12);
  private final boolean[] on = new boolean[RULES.length];

  Scan(Format format, Dictionary words, Set<RuleId> rulesOn) {
    this.format = format;
    this.words = words;
    for (RuleId rule : RULES) {
      on[rule.ordinal()] = rulesOn.contains(rule);
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

  /** What a word is apart from its context. */
  record Facts(boolean nobody, boolean service, boolean filler, boolean ordinary, boolean user) {}

  Facts facts(int from, int to) {
    Optional<Facts> known = facts.get(line.text, from, to, 0);
    return known.isPresent() ? known.get() : facts.put(line.text, from, to, 0, judge(from, to));
  }

  private Facts judge(int from, int to) {
    String word = folded(from, to);
    int entry = words.find(WordHash.of(word));
    int kind = WordTable.kind(entry);
    boolean user = kind == Vocabulary.WEAK_USER || kind == Vocabulary.USER;
    return new Facts(
        OrdinaryWords.isNobody(word),
        OrdinaryWords.isService(word),
        OrdinaryWords.isFiller(word),
        OrdinaryWords.isOrdinary(word),
        (entry & WordTable.WHOLE) != 0 && user);
  }

  String folded(int from, int to) {
    Optional<String> known = texts.get(line.text, from, to, 0);
    return known.isPresent()
        ? known.get()
        : texts.put(line.text, from, to, 0, WordTable.fold(line.text, from, to));
  }
}
