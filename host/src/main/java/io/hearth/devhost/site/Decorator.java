package io.hearth.devhost.site;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of frame, by the name that {@code <meta name="decorator">} gives. */
enum Decorator {
  ADMIN("atl.admin"),
  GENERAL("atl.general"),
  /** One thing to do and nothing else: login and password forms. */
  FOCUSED("focused");

  private final String id;

  Decorator(String id) {
    this.id = id;
  }

  static Optional<Decorator> named(String id) {
    return Arrays.stream(values()).filter(decorator -> decorator.id.equals(id)).findFirst();
  }

  /** Also the web-resource context that its pages load. */
  String id() {
    return id;
  }
}
