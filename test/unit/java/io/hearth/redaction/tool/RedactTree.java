package io.hearth.redaction.tool;

import io.hearth.redaction.PseudonymKey;
import io.hearth.redaction.RedactedEntry;
import io.hearth.redaction.RedactionSession;
import io.hearth.redaction.RedactionSettings;
import io.hearth.redaction.Redactor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Learns from a tree of files and writes each of them redacted into another folder. */
public final class RedactTree {
  private RedactTree() {}

  public static void main(String[] args) throws IOException {
    Path from = Path.of(args[0]);
    Path to = Path.of(args[1]);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    RedactionSession session =
        new RedactionSession(RedactionSettings.standard(), PseudonymKey.random());
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        session.learn(from.relativize(file).toString(), in);
      }
    }
    Redactor redactor = session.redactor();
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.toAbsolutePath().getParent());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
          RedactedEntry entry = redactor.open(file.toString(), out)) {
        Files.copy(file, entry);
      }
    }
  }
}
