package io.hearth.usage.declare;

import java.util.List;

/** What an installed app says that may be counted of it. */
public sealed interface Declaration {

  String app();

  String appName();

  record Usable(String app, String appName, List<Feature> features) implements Declaration {
    public Usable {
      features = List.copyOf(features);
    }
  }

  /** Nothing of the app is counted. */
  record Unusable(String app, String appName, String why) implements Declaration {}
}
