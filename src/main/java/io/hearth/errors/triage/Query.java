package io.hearth.errors.triage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What a list of groups is narrowed to, and its order. */
public record Query(
    Optional<String> words,
    Optional<String> app,
    Optional<State.Status> state,
    Optional<String> browser,
    Optional<String> release,
    Sort sort) {

  /** Highest or newest first. */
  public enum Sort {
    LAST_SEEN("lastSeen"),
    FIRST_SEEN("firstSeen"),
    TOTAL("total"),
    USERS("users");

    private final String id;

    Sort(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** All that fit, in order; groups alike in it by their ids, so that no page changes its order. */
  public List<Card> of(Board board, LocalDate today) {
    Comparator<Card> order = Comparator.comparingLong(key(today)).reversed();
    return board.cards().stream().filter(this::fits).sorted(order.thenComparing(Card::id)).toList();
  }

  /** All that fit, by their ids, which is the order in which their samples are quick to read. */
  public List<Card> byId(Board board) {
    return board.cards().stream()
        .filter(this::fits)
        .sorted(Comparator.comparing(Card::id))
        .toList();
  }

  private ToLongFunction<Card> key(LocalDate today) {
    return switch (sort) {
      case LAST_SEEN -> card -> card.group().lastSeen().toEpochMilli();
      case FIRST_SEEN -> card -> card.group().firstSeen().toEpochMilli();
      case TOTAL -> card -> card.group().total();
      case USERS -> card -> card.group().users(today);
    };
  }

  private boolean fits(Card card) {
    return words.map(text -> holds(card, text)).orElse(true)
        && app.map(key -> card.group().app().equals(key)).orElse(true)
        && state.map(one -> card.state().status() == one).orElse(true)
        && release.map(one -> card.group().appReleases().containsKey(one)).orElse(true)
        && browser.map(one -> ranIn(card, one)).orElse(true);
  }

  /** The family alone stands for all its versions. */
  private static boolean ranIn(Card card, String browser) {
    return card.group().browsers().keySet().stream()
        .anyMatch(name -> name.equals(browser) || name.startsWith(browser + " "));
  }

  private static boolean holds(Card card, String words) {
    String text =
        String.join(
                "\n",
                card.group().title(),
                card.group().type(),
                card.group().culprit(),
                card.group().app(),
                card.notes())
            .toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
