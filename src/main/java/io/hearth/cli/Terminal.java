package io.hearth.cli;

import java.io.Console;

/** Whether a person looks at what is printed. */
final class Terminal {

  private Terminal() {}

  /**
   * Up to Java 21 there is a console only when there is a terminal; from 22 on there may be one
   * always, which says itself whether it is one.
   */
  static boolean isWatched() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }
}
