package io.hearth.errors.intake;

import com.google.re2j.Pattern;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule of the administrator's: what fits is counted and not kept. The pattern stands for the
 * whole value in any case; {@code *} stands for anything.
 */
public record Filter(String id, Field field, String pattern, boolean on) {

  /** What a filter looks at. */
  public enum Field {
    MESSAGE,
    TYPE,
    FILE,
    APP,
    BROWSER;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Field> byId(String id) {
      return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
  }

  /** The pattern, ready to be compared; linear in the length of the value. */
  public Compiled compiled() {
    StringBuilder regex = new StringBuilder("(?is)^");
    for (String part : pattern.split("\\*", -1)) {
      regex.append(regex.length() > 5 ? ".*" : "").append(Pattern.quote(part));
    }
    return new Compiled(this, Pattern.compile(regex.append('$').toString()));
  }

  /** A filter at work. */
  public record Compiled(Filter filter, Pattern regex) {

    public boolean fits(ErrorEvent event) {
      return values(event).anyMatch(value -> regex.matcher(value).matches());
    }

    /** For a stored group, of which one value is known. */
    public boolean fits(String value) {
      return regex.matcher(value).matches();
    }

    private Stream<String> values(ErrorEvent event) {
      return switch (filter.field()) {
        case MESSAGE ->
            event.exceptions().isEmpty()
                ? Stream.of(event.message())
                : event.exceptions().stream().map(thrown -> thrown.value());
        case TYPE -> event.exceptions().stream().map(thrown -> thrown.type());
        case FILE -> innermost(event).map(Frame::file);
        case APP -> Stream.of(event.app());
        case BROWSER -> Stream.of(event.browser().browser());
      };
    }

    private static Stream<Frame> innermost(ErrorEvent event) {
      List<Frame> frames = event.outermost().map(thrown -> thrown.frames()).orElse(List.of());
      return frames.stream().limit(1);
    }
  }
}
