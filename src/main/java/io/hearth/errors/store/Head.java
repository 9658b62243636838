package io.hearth.errors.store;

import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.Grouped;

/** What a group is called; scrubbed. */
record Head(int rules, String app, String type, String title, String culprit, boolean overflow) {

  private static final int TITLE = 500;
  private static final int CULPRIT = 300;
  private static final int APP = 200;

  Head {
    app = Bounds.cut(app, APP);
    type = Bounds.cut(type, Bounds.TYPE);
    title = Bounds.cut(title, TITLE);
    culprit = Bounds.cut(culprit, CULPRIT);
  }

  static Head of(String app, Grouped grouped) {
    return new Head(
        grouped.rules(), app, grouped.type(), grouped.title(), grouped.culprit(), false);
  }

  /** Of the group that counts an app's errors for which there is no room. */
  static Head overflow(String app) {
    return new Head(0, app, "", "", "", true);
  }
}
