package io.hearth.errors.event;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a group of errors: 16 lower-case hexadecimal digits. */
public record GroupId(String text) implements Comparable<GroupId> {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{16}");

  public GroupId {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("no id of a group: " + text.length() + " characters");
    }
  }

  /** Empty for a text of any other shape, as from an address. */
  public static Optional<GroupId> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new GroupId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(GroupId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
