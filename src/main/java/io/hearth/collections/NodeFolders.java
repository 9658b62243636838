package io.hearth.collections;

import io.hearth.redaction.Redactor;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The folder of each node in a ZIP, fit to be unpacked anywhere, each once. */
final class NodeFolders {

  private final Redactor redactor;
  private final Set<String> taken = new HashSet<>();

  NodeFolders(Redactor redactor) {
    this.redactor = redactor;
  }

  String of(String node) {
    String name = redactor.redactText(node).replaceAll("[^A-Za-z0-9_.-]|^\\.|\\.$", "_");
    String candidate = name;
    // Redaction can make two names equal, and Windows does not tell capitals.
    for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
      candidate = name + "~" + n;
    }
    return "nodes/" + candidate + "/";
  }
}
