package io.hearth.application;

import java.util.List;
import java.util.Map;

/**
 * What a person asked for, already checked.
 *
 * @param items ids, each once, known to the collectors
 * @param options by item id, then by option id
 * @param directory whether the product's user directory is asked for the people found in the files
 * @param check whether what is written is searched a second time
 */
public record Choice(
    List<String> items,
    Map<String, Map<String, String>> options,
    Limits limits,
    boolean directory,
    boolean check) {

  public Choice {
    items = List.copyOf(items);
    options = Map.copyOf(options);
  }

  /** What each of so many nodes may take. */
  Choice sharedBy(int nodes) {
    return new Choice(items, options, limits.sharedBy(nodes), directory, check);
  }
}
