package io.hearth.redaction;

import java.util.Arrays;
import java.util.Set;

/** Names of people: their parts, and the one text that stands for a person in all spellings. */
final class Person {
  private static final Set<String> PARTICLES =
      Set.of("von van de der den di da del della du la le ter ten zu bin al el dos das".split(" "));

  private Person() {}

  /** Words in small letters that stand inside of full names. */
  static boolean isParticle(String folded) {
    return PARTICLES.contains(folded);
  }

  /** The parts of a name in folded letters, first name first: {@code Doe, Jane} is turned round. */
  static String[] parts(String fullName) {
    String folded = Folding.fold(fullName.strip());
    int comma = folded.indexOf(',');
    if (comma > 0) {
      folded = folded.substring(comma + 1).strip() + " " + folded.substring(0, comma).strip();
    }
    return Arrays.stream(folded.split("[\\s\\u00a0+]+"))
        .filter(part -> !part.isEmpty())
        .toArray(String[]::new);
  }

  /** {@code jane doe} for the local part {@code jane.doe}; empty if it has not such parts. */
  static String nameOfLocal(String local) {
    String[] parts = local.split("[._-]");
    if (parts.length < 2 || parts.length > 3) {
      return "";
    }
    for (String part : parts) {
      if (part.isEmpty() || !part.chars().allMatch(Character::isLetter)) {
        return "";
      }
    }
    boolean initials = Arrays.stream(parts).allMatch(part -> part.length() < 3);
    return initials ? "" : String.join(" ", parts);
  }
}
