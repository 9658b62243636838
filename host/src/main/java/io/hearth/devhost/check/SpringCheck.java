package io.hearth.devhost.check;

import io.hearth.devhost.plugin.AppArchive;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Servlets and the like are made by the app's own Spring context, so there has to be one, and its
 * XML must load in Spring 5 and 6 alike. The context itself is made for real afterwards.
 */
record SpringCheck(AppArchive archive, Consumer<String> problem) {
  private static final Pattern NAMESPACE =
      Pattern.compile("xmlns(?::\\w+)?\\s*=\\s*[\"']([^\"']+)");
  private static final Pattern BEAN_CLASS =
      Pattern.compile("<bean\\b[^>]*\\bclass\\s*=\\s*[\"']([^\"']+)");
  private static final List<String> NAMESPACES =
      List.of(
          "http://www.springframework.org/schema/beans",
          "http://www.w3.org/2001/XMLSchema-instance");

  void check() {
    List<String> files = archive.under("META-INF/spring/", ".xml");
    if (archive.header("Spring-Context").isEmpty()) {
      problem.accept(
          "Cannot autowire object because the Spring context is unavailable. Ensure your OSGi"
              + " bundle contains the 'Spring-Context' header.");
    }
    if (files.isEmpty()) {
      problem.accept("there is no META-INF/spring/*.xml, so the app has no Spring context");
    }
    files.forEach(this::checkFile);
  }

  private void checkFile(String file) {
    String xml = new String(archive.entry(file).orElseThrow(), StandardCharsets.UTF_8);
    Matcher namespaces = NAMESPACE.matcher(xml);
    while (namespaces.find()) {
      if (!NAMESPACES.contains(namespaces.group(1))) {
        problem.accept(
            file
                + " uses the namespace "
                + namespaces.group(1)
                + "; plain beans load in Spring 5 and 6 alike");
      }
    }
    Matcher classes = BEAN_CLASS.matcher(xml);
    while (classes.find()) {
      String name = classes.group(1);
      if (!archive.hasClass(name) && !name.startsWith("java.")) {
        problem.accept(file + ": bean class " + name + " is not in the JAR");
      }
    }
  }
}
