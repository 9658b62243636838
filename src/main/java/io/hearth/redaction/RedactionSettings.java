package io.hearth.redaction;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the administrator chose.
 *
 * @param kindsOff ids of kinds that stay as they are
 * @param rulesOff ids of rules that are not applied
 * @param words values to replace wherever they stand
 * @param patterns RE2/J patterns whose matches are replaced; see {@link OwnPattern}
 * @param allowed values that stay wherever they stand
 */
public record RedactionSettings(
    Set<String> kindsOff,
    Set<String> rulesOff,
    List<String> words,
    List<String> patterns,
    List<String> allowed) {

  public RedactionSettings {
    kindsOff = Set.copyOf(kindsOff);
    rulesOff = Set.copyOf(rulesOff);
    words = List.copyOf(words);
    patterns = List.copyOf(patterns);
    allowed = List.copyOf(allowed);
  }

  /** All kinds and rules, none of the administrator's own; project keys stay readable. */
  public static RedactionSettings standard() {
    return new RedactionSettings(
        Set.of(Kind.PROJECT.id()), Set.of(), List.of(), List.of(), List.of());
  }

  /** What learning asks for: who and where, not what is secret. */
  static RedactionSettings learning() {
    return new RedactionSettings(
        Set.of(
            "password", "token", "session", "private-key", "licence", "phone", "card", "project"),
        Set.of("ipv4", "ipv6", "mac"),
        List.of(),
        List.of(),
        List.of());
  }

  /** The rules that are applied. */
  Set<RuleId> rulesOn() {
    return Arrays.stream(RuleId.values())
        .filter(rule -> !kindsOff.contains(rule.kind().id()) && !rulesOff.contains(rule.id()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RuleId.class)));
  }
}
