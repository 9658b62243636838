package io.hearth.collectors;

import java.util.ArrayList;
import java.util.List;

/** The door of the package: every collector, in the order in which a person reads the items. */
public final class Collectors {

  private Collectors() {}

  /**
   * @param others of parts that know more than files; they stand before the app itself
   */
  public static List<Collector> all(Collector... others) {
    List<Collector> all = new ArrayList<>(ofTheProduct());
    all.addAll(List.of(others));
    all.add(new HearthState());
    return List.copyOf(all);
  }

  private static List<Collector> ofTheProduct() {
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
        new BrowserFacts());
  }
}
