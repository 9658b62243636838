package io.hearth.collectors;

import java.util.List;
import java.util.Set;

/**
 * What the person choosing sees. Title and description stand in the catalogue under {@code
 * item.<id>.title} and {@code item.<id>.description}.
 *
 * @param id stable, lower case with hyphens; also the item's folder in the ZIP
 * @param presets the presets that hold the item; none means that a person must tick it
 * @param reveals what its raw data may show about people or the network, before redaction
 * @param cost what collecting it does to a running instance
 * @param options the whole numbers that a person may choose for it
 */
public record Item(
    String id, Set<Preset> presets, Set<Reveals> reveals, Cost cost, List<Option> options) {

  public Item {
    presets = Set.copyOf(presets);
    reveals = Set.copyOf(reveals);
    options = List.copyOf(options);
  }

  public Item(String id, Set<Preset> presets, Set<Reveals> reveals, Cost cost) {
    this(id, presets, reveals, cost, List.of());
  }

  /**
   * A whole number in the bounds {@code min} to {@code max}, named {@code item.<id>.option.<name>}
   * in the catalogue.
   */
  public record Option(String name, int min, int max, int standard) {}

  public enum Preset {
    QUICK,
    FULL
  }

  public enum Reveals {
    SECRETS,
    PEOPLE,
    NETWORK,
    CONTENT
  }

  /** {@code PAUSE} stops the whole JVM for a moment and is warned of. */
  public enum Cost {
    NONE,
    READS_FILES,
    PAUSE
  }
}
