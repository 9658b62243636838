package io.hearth.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * All words that the scanner knows: what was learned, what the administrator added, and the words
 * that announce a value. Immutable once built, shared by all entries.
 */
final class Dictionary {
  /** A word that announces something; the number is that of {@link Keyword}. */
  static final int KEYWORD = 10;

  /** A top-level domain; the number tells how sure a sign of a host it is. */
  static final int TOP_LEVEL = 11;

  /** A word of the administrator's. */
  static final int OWN = 12;

  /** A word of the administrator's allow list: it stays, whatever is found there. */
  static final int ALLOWED = 13;

  private final WordTable table;
  private final String[] entities;

  private Dictionary(WordTable table, String[] entities) {
    this.table = table;
    this.entities = entities;
  }

  static Dictionary of(Vocabulary vocabulary, RedactionSettings settings) {
    Set<RuleId> rulesOn = settings.rulesOn();
    int size = vocabulary.size();
    WordTable table = new WordTable(size * 2 + 2048);
    // The first meaning of a word stays: what the administrator says goes before what was learned.
    settings.allowed().forEach(word -> table.add(Folding.fold(word.strip()), ALLOWED, 0));
    settings.words().forEach(word -> table.add(Folding.fold(word.strip()), OWN, 0));
    for (Keyword keyword : Keyword.values()) {
      if (keyword == Keyword.PROJECT && !rulesOn.contains(RuleId.PROJECT_KEY)) {
        continue;
      }
      for (String word : keyword.words()) {
        table.add(word, KEYWORD, keyword.ordinal());
      }
    }
    PublicHosts.topLevels().forEach((word, sure) -> table.add(word, TOP_LEVEL, sure));
    String[] entities = new String[size];
    for (int number = 0; number < size; number++) {
      table.add(vocabulary.spelling(number), vocabulary.kind(number), number);
      entities[number] = vocabulary.entity(number);
    }
    return new Dictionary(table, entities);
  }

  boolean mayHold(long hash) {
    return table.mayHold(hash);
  }

  int find(long hash) {
    return table.find(hash);
  }

  String entity(int number) {
    return entities[number];
  }

  /** The person that a text stands for: as learned, else the text itself. */
  byte[] personOf(String folded) {
    int entry = table.find(WordHash.of(folded));
    int kind = WordTable.kind(entry);
    boolean known = (entry & WordTable.WHOLE) != 0 && kind > 0 && kind < KEYWORD;
    String entity = known && kind != Vocabulary.HOST ? entities[WordTable.number(entry)] : folded;
    return entity.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }
}
