package io.hearth.devhost.webresource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a context batch holds, as its address says: {@code atl.general,atl.admin,-_super}. A name
 * with a colon is a module, any other a context; a minus leaves out what the page already has.
 */
record Need(List<String> contexts, List<String> without) {
  static final String SUPER = "_super";

  static Need parse(String names) {
    List<String> with = new ArrayList<>();
    List<String> without = new ArrayList<>();
    Arrays.stream(names.split(","))
        .filter(name -> !name.isEmpty())
        .forEach(
            name -> {
              if (name.startsWith("-")) {
                without.add(name.substring(1));
              } else {
                with.add(name);
              }
            });
    return new Need(List.copyOf(with), List.copyOf(without));
  }

  String names() {
    List<String> names = new ArrayList<>(contexts);
    without.forEach(name -> names.add("-" + name));
    return String.join(",", names);
  }

  List<WebModule> modules(Catalog catalog) {
    Set<WebModule> modules = new LinkedHashSet<>(all(catalog, contexts));
    modules.removeAll(all(catalog, without));
    return List.copyOf(modules);
  }

  private static Set<WebModule> all(Catalog catalog, List<String> names) {
    List<WebModule> roots =
        names.stream()
            .flatMap(
                name ->
                    name.contains(":")
                        ? catalog.module(name).stream()
                        : catalog.inContext(name).stream())
            .toList();
    return catalog.withDependencies(roots);
  }
}
