package io.hearth.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptFilesTest {

  @TempDir Path home;
  private KeptFiles files;

  @BeforeEach
  void fill() throws IOException {
    write("secret", "s");
    write("hearth/nodes/a/errors/groups/ab.jsonl", "one");
    write("hearth/nodes/b/errors/groups/cd.jsonl", "four");
    write("hearth/nodes/a/other.jsonl", "x");
    write("hearth/nodes/a/errors/groups/.being-written", "x");
    Files.createSymbolicLink(
        home.resolve("hearth/nodes/a/errors/groups/ee.jsonl"), home.resolve("secret"));
    Files.createSymbolicLink(home.resolve("hearth/nodes/c"), home.resolve("hearth/nodes/a"));
    files = new KeptFiles(() -> PrivateFolder.in(home), List.of("nodes/*/errors/groups/*.jsonl"));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(home.resolve(file).getParent());
    Files.writeString(home.resolve(file), text);
  }

  @Test
  void onlyFilesOfThePatternsAreThere() throws IOException {
    List<String> names = files.names(10).stream().sorted().toList();
    assertEquals(
        List.of("nodes/a/errors/groups/ab.jsonl", "nodes/b/errors/groups/cd.jsonl"), names);
    assertEquals(7, files.bytes());
    try (InputStream in = files.open(names.get(0)).orElseThrow()) {
      assertEquals("one", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "..",
        "secret",
        "../secret",
        "nodes/a/other.jsonl",
        "nodes/../nodes/a/errors/groups/ab.jsonl",
        "nodes/a/errors/groups/../../other.jsonl",
        "nodes/a/errors/groups/ee.jsonl",
        "nodes/c/errors/groups/ab.jsonl",
        "nodes/a/errors/groups/.being-written",
        "nodes/a/errors/groups/gone.jsonl",
        "nodes/a/errors/groups/ab.jsonl/",
        "/nodes/a/errors/groups/ab.jsonl",
        "nodes\\a\\errors\\groups\\ab.jsonl",
        "nodes/a/errors/groups/ab.jsonl\0",
        "nodes/a/errors/groups/\nab.jsonl"
      })
  void noNameLeadsElsewhere(String name) throws IOException {
    assertTrue(files.open(name).isEmpty());
  }

  @Test
  void whatIsDeletedAreTheFilesAndNotWhatLinksLeadTo() throws IOException {
    assertEquals(2, files.delete());
    assertEquals(List.of(), files.names(10));
    assertTrue(Files.exists(home.resolve("secret")));
    assertTrue(Files.exists(home.resolve("hearth/nodes/a/other.jsonl")));
  }
}
