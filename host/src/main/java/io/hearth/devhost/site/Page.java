package io.hearth.devhost.site;

/**
 * A page before its frame is put around it.
 *
 * @param head what belongs into the head, beside what the frame brings
 */
record Page(Decorator decorator, String title, Html head, Html body) {

  static Page of(Decorator decorator, String title, Html body) {
    return new Page(decorator, title, Html.EMPTY, body);
  }
}
