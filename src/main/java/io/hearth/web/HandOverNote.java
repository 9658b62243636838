package io.hearth.web;

import io.hearth.application.Texts;
import io.hearth.handover.Parts;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What whoever receives a file needs to know: how to decrypt, to join and to check it. */
final class HandOverNote {

  private HandOverNote() {}

  static String of(Parts parts, String sha256, Texts texts) {
    StringBuilder note = new StringBuilder();
    int count = (int) parts.count();
    String file = parts.file();
    line(note, texts.text("ui.handover.text.file", file, parts.bytes()));
    line(note, "SHA-256: " + sha256);
    if (parts.to().isPresent()) {
      heading(note, texts.text("ui.handover.text.decrypt", parts.to().get().toString()));
      numbers(count)
          .forEach(
              n ->
                  line(
                      note,
                      "age --decrypt --identity KEY.txt --output "
                          + parts.plainName(n)
                          + " "
                          + parts.name(n)));
    }
    if (count > 1) {
      heading(note, texts.text("ui.handover.text.join"));
      line(note, "cat " + joined(parts, " ") + " > " + file);
      heading(note, texts.text("ui.handover.text.join.windows"));
      line(note, "copy /b " + joined(parts, "+") + " " + file);
    }
    heading(note, texts.text("ui.handover.text.check"));
    line(note, "sha256sum " + file);
    line(note, "shasum -a 256 " + file);
    line(note, "certutil -hashfile " + file + " SHA256");
    return note.toString();
  }

  private static IntStream numbers(int count) {
    return IntStream.rangeClosed(1, count);
  }

  private static String joined(Parts parts, String between) {
    return numbers((int) parts.count())
        .mapToObj(parts::plainName)
        .collect(Collectors.joining(between));
  }

  private static void heading(StringBuilder note, String words) {
    note.append("\r\n");
    line(note, words);
  }

  /** Line ends that every editor knows. */
  private static void line(StringBuilder note, String words) {
    note.append(words).append("\r\n");
  }
}
