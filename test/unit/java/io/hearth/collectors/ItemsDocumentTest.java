package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.bundle.BrowserErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/items.md says of every item what the code says. */
class ItemsDocumentTest {

  @Test
  void theTableIsThatOfTheCollectors() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs/items.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.replaceAll("\\s*\\|\\s*", "|"))
            .toList();
    List<String> items = all().stream().map(Collector::item).map(ItemsDocumentTest::row).toList();
    assertEquals(String.join("\n", items), String.join("\n", rows));
  }

  @Test
  void everyItemHasItsSection() throws IOException {
    String page = Files.readString(Path.of("docs/items.md"));
    for (Collector collector : all()) {
      assertTrue(page.contains("\n## `" + collector.item().id() + "`\n"), collector.item().id());
    }
  }

  private static List<Collector> all() {
    return io.hearth.collectors.Collectors.all(BrowserErrors.offline());
  }

  private static String row(Item item) {
    String options =
        item.options().stream()
            .map(o -> o.name() + " " + o.min() + " to " + o.max() + " (" + o.standard() + ")")
            .collect(Collectors.joining(", "));
    return String.join(
        "|",
        "",
        "`" + item.id() + "`",
        words(item.presets()),
        words(item.reveals()),
        words(List.of(item.cost())),
        options.isEmpty() ? "none" : options,
        "");
  }

  private static String words(Collection<? extends Enum<?>> values) {
    return values.isEmpty()
        ? "none"
        : values.stream()
            .sorted(java.util.Comparator.comparingInt(Enum::ordinal))
            .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
  }
}
