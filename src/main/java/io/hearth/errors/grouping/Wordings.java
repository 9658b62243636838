package io.hearth.errors.grouping;

import com.google.re2j.Matcher;
import io.hearth.errors.base.RecentAnswers;
import io.hearth.errors.grouping.WordingFile.Form;
import io.hearth.errors.grouping.WordingFile.Say;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Brings what an engine says to one form; {@code errors/wordings.txt} holds what is known. */
final class Wordings {

  private static final int REMEMBERED = 500;
  private static final int LONGEST = 600;

  private record Said(String type, String value) {}

  private final List<Form> forms = WordingFile.read();

  private final RecentAnswers<Said, Wording> known = new RecentAnswers<>(REMEMBERED);

  Wording of(String type, String value) {
    Said said = new Said(type, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    return known.of(said, this::find);
  }

  private Wording find(Said said) {
    String value = withoutPrefix(said.value().strip(), said.type());
    String small = value.toLowerCase(Locale.ROOT);
    for (Form form : forms) {
      for (Say say : form.says()) {
        if (small.contains(say.needle())) {
          Matcher matcher = say.pattern().matcher(value);
          if (matcher.find()) {
            return wording(form, said.type(), Names.of(say, matcher));
          }
        }
      }
    }
    String form = Parameters.takenOut(firstLine(value));
    return new Wording(said.type(), form, "", form.isEmpty() ? said.type() : form, false);
  }

  private static Wording wording(Form form, String type, String name) {
    String title =
        name.isEmpty()
            ? form.title().replace("'{name}'", "something")
            : form.title().replace("{name}", name);
    return new Wording(
        form.type().orElse(type),
        "=" + form.id() + " " + name,
        name,
        title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
        form.anywhere());
  }

  /** Some report {@code Uncaught TypeError: …} as the message. */
  private static String withoutPrefix(String value, String type) {
    String rest = value;
    for (String prefix :
        List.of("Uncaught (in promise) ", "Uncaught ", "Unhandled ", type + ": ")) {
      if (prefix.length() > 2 && rest.startsWith(prefix)) {
        rest = rest.substring(prefix.length());
      }
    }
    return rest;
  }

  private static String firstLine(String value) {
    return value.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }

  /** Names that a pattern found, as far as all engines and builds tell them alike. */
  static final class Names {

    private Names() {}

    static String of(Say say, Matcher matcher) {
      return group(say, matcher, "prop")
          .or(() -> group(say, matcher, "prop2"))
          .map(Names::property)
          .or(() -> group(say, matcher, "global"))
          .or(() -> group(say, matcher, "expr2").map(Expressions::last))
          .or(() -> group(say, matcher, "expr").map(Expressions::last))
          .orElse("");
    }

    private static Optional<String> group(Say say, Matcher matcher, String name) {
      return say.groups().contains(name)
          ? Optional.ofNullable(matcher.group(name))
          : Optional.empty();
    }

    /** An index is another each time. */
    private static String property(String name) {
      boolean index = !name.isEmpty() && name.chars().allMatch(Character::isDigit);
      return index && name.length() > 1 ? "0" : name;
    }
  }
}
