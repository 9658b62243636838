package io.hearth.collectors;

import io.hearth.collectors.Entry.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FileContentProperties {

  @Property(tries = 300, seed = "4711")
  void aCutIsAnEndOfTheTextWithinTheLimitThatBeginsALineWhereOneBegins(
      @ForAll("texts") String text, @ForAll @IntRange(max = 120) int limit) throws IOException {
    Path file = Files.createTempFile("hearth-cut", ".log");
    try (FileContent content =
        FileContent.open(SafeFiles.below(List.of(file.getParent())), write(file, text), limit)) {
      String given = new String(content.readAllBytes(), StandardCharsets.US_ASCII);
      int start = text.length() - given.length();
      check(text.endsWith(given), "not an end of the text");
      check(given.length() <= limit, "over the limit");
      boolean whole = text.length() <= limit;
      check(whole == content.shortfall().isEmpty(), "shortfall not told");
      check(whole ? start == 0 : beginsWell(text, limit, start), "begins inside a line: " + start);
      check(
          whole || content.shortfall().equals(Optional.of(Unreadable.OVER_LIMIT)), "wrong reason");
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab \n").ofMaxLength(200);
  }

  private static boolean beginsWell(String text, int limit, int start) {
    int cut = text.length() - limit;
    int newline = text.indexOf('\n', cut - 1);
    boolean lineFollows = newline >= 0 && newline < text.length() - 1;
    return lineFollows ? start == newline + 1 : start >= cut;
  }

  private static Path write(Path file, String text) throws IOException {
    return Files.writeString(file, text);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
