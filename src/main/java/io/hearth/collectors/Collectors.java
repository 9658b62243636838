package io.hearth.collectors;

import java.util.List;

/** The door of the package: every collector, in the order in which a person reads the items. */
public final class Collectors {

  private Collectors() {}

  public static List<Collector> all() {
    return List.of(
        new ProductFacts(),
        new Apps(),
        new OperatingSystem(),
        new Health(),
        new Jvm(),
        new ThreadDumps(),
        new ClassHistogram(),
        new ProductLogs(),
        new InstallationLogs(),
        new AccessLogs(),
        new Configuration(),
        new BrowserFacts(),
        new HearthState());
  }
}
