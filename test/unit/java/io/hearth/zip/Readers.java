package io.hearth.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The programs that people open a ZIP with. Each reads every byte and checks every sum. */
enum Readers {
  UNZIP("unzip", "-tqq", "FILE"),
  SEVEN_ZIP("7z", "t", "-bso0", "-bsp0", "FILE"),
  BSDTAR("bsdtar", "-xOf", "FILE"),
  PYTHON(
      "python3",
      "-c",
      "import sys,zipfile; sys.exit(zipfile.ZipFile(sys.argv[1]).testzip())",
      "FILE"),
  JSZIP(
      "node",
      "-e",
      "require('jszip').loadAsync(require('fs').readFileSync(process.argv[1]), {checkCRC32: true})"
          + ".then((z) => Promise.all(Object.values(z.files).map((f) => f.async('nodebuffer'))))"
          + ".catch((e) => { console.error(e); process.exit(1); })",
      "FILE");

  private final List<String> command;

  Readers(String... command) {
    this.command = List.of(command);
  }

  void read(Path zip) throws IOException, InterruptedException {
    List<String> words =
        command.stream().map(word -> word.equals("FILE") ? zip.toString() : word).toList();
    Path said = zip.resolveSibling(name() + ".txt");
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(said.toFile())
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), () -> words + ": see " + said);
  }
}
