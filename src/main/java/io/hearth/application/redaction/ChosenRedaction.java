package io.hearth.application.redaction;

import io.hearth.redaction.Kind;
import io.hearth.redaction.RedactionSettings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the administrators chose, with the names that they gave their patterns.
 *
 * @param kindsOff ids of kinds that stay as they are
 * @param rulesOff ids of rules that do not look
 * @param allowed values that are never replaced
 */
public record ChosenRedaction(
    List<String> kindsOff,
    List<String> rulesOff,
    List<String> words,
    List<NamedPattern> patterns,
    List<String> allowed) {

  /** A pattern in RE2 syntax and what it is for. */
  public record NamedPattern(String pattern, String name) {}

  public ChosenRedaction {
    kindsOff = List.copyOf(new TreeSet<>(kindsOff));
    rulesOff = List.copyOf(new TreeSet<>(rulesOff));
    words = List.copyOf(words);
    patterns = List.copyOf(patterns);
    allowed = List.copyOf(allowed);
  }

  /** All that is on by default, and nothing of the administrators' own. */
  public static ChosenRedaction standard() {
    return new ChosenRedaction(
        List.copyOf(RedactionSettings.standard().kindsOff()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public static boolean isOnByDefault(Kind kind) {
    return !RedactionSettings.standard().kindsOff().contains(kind.id());
  }

  public RedactionSettings settings() {
    return new RedactionSettings(
        Set.copyOf(kindsOff),
        Set.copyOf(rulesOff),
        words,
        patterns.stream().map(NamedPattern::pattern).toList(),
        allowed);
  }
}
