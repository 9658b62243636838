package io.hearth.errors.grouping;

import com.google.re2j.Pattern;
import io.hearth.errors.base.ListFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code errors/wordings.txt}, whose head describes it. */
final class WordingFile {

  /** One engine's words for a form. */
  record Say(String needle, Pattern pattern, Set<String> groups) {}

  /** An example of the file. */
  record Hit(String message, String name) {}

  /**
   * One form.
   *
   * @param type what the exception is called in it; empty when it keeps its own name
   * @param anywhere the place does not count
   */
  record Form(
      String id,
      Optional<String> type,
      String title,
      boolean anywhere,
      List<Say> says,
      List<Hit> hits) {}

  private static final String FILE = "wordings.txt";

  private final List<Form> forms = new ArrayList<>();
  private Optional<Form> open = Optional.empty();

  private WordingFile() {}

  static List<Form> read() {
    WordingFile file = new WordingFile();
    ListFile.lines(FILE).forEach(file::line);
    file.open.ifPresent(file.forms::add);
    return List.copyOf(file.forms);
  }

  private void line(String line) {
    int space = line.indexOf(' ');
    String value = line.substring(space + 1);
    switch (line.substring(0, space)) {
      case "form" -> {
        open.ifPresent(forms::add);
        open =
            Optional.of(
                new Form(value, Optional.empty(), "", false, new ArrayList<>(), new ArrayList<>()));
      }
      case "type" -> change(Optional.of(value), form().title(), form().anywhere());
      case "title" -> change(form().type(), value, form().anywhere());
      case "place" -> change(form().type(), form().title(), value.equals("no"));
      case "say" -> form().says().add(say(value));
      case "hit" -> form().hits().add(hit(value));
      default -> throw new IllegalStateException(FILE + ": " + line);
    }
  }

  private Form form() {
    return open.orElseThrow(() -> new IllegalStateException(FILE + ": no form is open"));
  }

  private void change(Optional<String> type, String title, boolean anywhere) {
    Form now = form();
    open = Optional.of(new Form(now.id(), type, title, anywhere, now.says(), now.hits()));
  }

  private static Say say(String value) {
    String[] parts = value.split(" :: ", 2);
    Pattern pattern = Pattern.compile(parts[1]);
    return new Say(parts[0], pattern, Set.copyOf(pattern.namedGroups().keySet()));
  }

  private static Hit hit(String value) {
    int arrow = value.lastIndexOf(" => ");
    String name = value.substring(arrow + 4);
    return new Hit(value.substring(0, arrow), name.equals("-") ? "" : name);
  }
}
