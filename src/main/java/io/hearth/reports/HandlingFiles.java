package io.hearth.reports;

import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was done about a report, in files {@code handling-000001.json} and on. A change takes the
 * next number that no file has; only one of those who try at once gets it, on whatever node, and
 * the others learn that theirs was made on an older state. A file that cannot be read, such as half
 * of one, counts as never written, and its number stays taken.
 */
final class HandlingFiles {

  private static final Pattern NAME = Pattern.compile("handling-(\\d{6})\\.json");

  private final PrivateFolder folder;

  HandlingFiles(PrivateFolder folder) {
    this.folder = folder;
  }

  Handling read() throws IOException {
    List<String> names = names();
    for (int n = names.size() - 1; n >= 0; n--) {
      Optional<Handling> found = read(names.get(n));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return Handling.none();
  }

  private Optional<Handling> read(String name) {
    try {
      return Optional.of(ReportText.handling(number(name), folder.read(name)));
    } catch (IOException | IllegalArgumentException broken) {
      // Half written by another node, or replaced meanwhile.
      return Optional.empty();
    }
  }

  private List<String> names() throws IOException {
    return folder.names().stream().filter(name -> NAME.matcher(name).matches()).toList();
  }

  private static String name(long number) {
    return String.format("handling-%06d.json", number);
  }

  private static long number(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /**
   * @param basedOn the revision that the change was made on
   * @return empty when somebody else was first
   */
  Optional<Handling> change(long basedOn, Handling change) throws IOException {
    List<String> names = names();
    Handling before = read();
    long last = names.isEmpty() ? 0 : number(names.get(names.size() - 1));
    if (before.revision() != basedOn) {
      return Optional.empty();
    }
    Handling next = change.at(last + 1);
    if (!folder.writeOnce(name(last + 1), ReportText.write(next))) {
      return Optional.empty();
    }
    if (names().stream().anyMatch(name -> number(name) > last + 1)) {
      // Who was that much later than others that they deleted our number before we took it.
      folder.delete(name(last + 1));
      return Optional.empty();
    }
    for (String name : names) {
      folder.delete(name);
    }
    return Optional.of(next);
  }
}
