package io.hearth.insight;

import java.util.stream.Stream;

/** Frames of Java's stacks: {@code module@1/pkg.Class.method(File.java:12) ~[a.jar:1.2]}. */
final class Frames {

  private static final int LONGEST = 300;

  /**
   * The JDK, containers, frameworks and libraries: where it went through, hardly where it broke.
   */
  private static final byte[][] FOREIGN =
      Stream.of(
              "java.",
              "javax.",
              "jakarta.",
              "jdk.",
              "sun.",
              "com.sun.",
              "org.apache.",
              "org.springframework.",
              "org.hibernate.",
              "org.eclipse.",
              "org.glassfish.",
              "org.ofbiz.",
              "org.slf4j.",
              "org.osgi.",
              "org.postgresql.",
              "oracle.",
              "com.mysql.",
              "com.microsoft.sqlserver.",
              "com.zaxxer.",
              "com.google.",
              "com.fasterxml.",
              "com.opensymphony.",
              "com.hazelcast.",
              "net.sf.",
              "io.netty.",
              "io.micrometer.",
              "reactor.",
              "groovy.",
              "kotlin.",
              "scala.",
              "com.atlassian.plugin.servlet.",
              "com.atlassian.plugin.util.",
              "com.sun.proxy.")
          .map(Line::word)
          .toArray(byte[][]::new);

  private Frames() {}

  static boolean inApp(Line line, int from) {
    int at = start(line, from);
    for (byte[] prefix : FOREIGN) {
      if (line.has(at, prefix)) {
        return false;
      }
    }
    return line.at(at) != '$';
  }

  /** Class and method, without what changes from run to run. */
  static void hash(Line line, int from, Hash hash) {
    int end = end(line, from);
    for (int at = start(line, from); at < end; at++) {
      int b = line.at(at);
      if (b == '$' && line.at(at + 1) == '$') {
        at = Math.min(end, line.next('.', at)) - 1;
      } else if (b < '0' || b > '9') {
        hash.add(b);
      }
    }
  }

  static String name(Line line, int from) {
    return line.text(start(line, from), end(line, from), LONGEST);
  }

  private static int end(Line line, int from) {
    return line.next('(', from);
  }

  /** Behind the names of class loader and module. The class of a lambda has a stroke in it too. */
  private static int start(Line line, int from) {
    int end = end(line, from);
    for (int at = end - 1; at > from; at--) {
      if (line.at(at) == '/' && !(line.at(at + 1) == '0' && line.at(at + 2) == 'x')) {
        return at + 1;
      }
    }
    return from;
  }
}
