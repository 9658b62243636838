package io.hearth.collectors;

import java.lang.management.ManagementFactory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the JVM writes its log of garbage collection, when that is not the folder of logs: as its
 * start arguments say or, when it is down, the script that sets them.
 */
final class GcLogs {

  /** {@code -Xlog:gc*=info:file=PATH:time:filecount=5}; quotes where the path has a colon. */
  private static final Pattern UNIFIED =
      Pattern.compile("-Xlog:[^:\\s]*:(?:file=)?\"?([^:\"\\s]+)");

  /** As up to Java 8, and still understood. */
  private static final Pattern OLD = Pattern.compile("-Xloggc:\"?([^\"\\s]+)");

  private static final List<String> SCRIPTS =
      List.of("bin/setenv.sh", "bin/setenv.bat", "bin/_start-webapp.sh");

  private GcLogs() {}

  /** Adds the files to the search; what lies in {@code covered} is found there already. */
  static void search(Scope scope, SafeFiles files, FileSearch search, List<Path> covered) {
    List<String> arguments =
        scope.live()
            ? ManagementFactory.getRuntimeMXBean().getInputArguments()
            : scripts(scope, files);
    for (Path file : named(arguments)) {
      Optional<Path> folder = Optional.ofNullable(file.getParent()).map(Path::normalize);
      if (folder.isPresent() && covered.stream().noneMatch(folder.get()::startsWith)) {
        search.rotations("gc/", folder.get(), pattern(file.getFileName().toString()));
      }
    }
  }

  static List<Path> named(List<String> arguments) {
    List<Path> named = new ArrayList<>();
    for (String argument : arguments) {
      for (Pattern option : List.of(UNIFIED, OLD)) {
        Matcher file = option.matcher(argument);
        while (file.find()) {
          absolute(file.group(1)).ifPresent(named::add);
        }
      }
    }
    return named;
  }

  /** A variable of a shell, or a path relative to a folder that nobody knows, leads nowhere. */
  private static Optional<Path> absolute(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Path::isAbsolute).filter(p -> !name.contains("$"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** {@code %p} and {@code %t} stand for process and time; rotations have a number behind. */
  static Pattern pattern(String name) {
    StringBuilder pattern = new StringBuilder();
    Matcher place = Pattern.compile("%[pt]|[^%]+|%").matcher(name);
    while (place.find()) {
      String part = place.group();
      pattern.append(part.matches("%[pt]") ? ".*" : Pattern.quote(part));
    }
    return Pattern.compile(pattern + "(\\.\\d+)?(\\.current)?");
  }

  private static List<String> scripts(Scope scope, SafeFiles files) {
    List<String> texts = new ArrayList<>();
    for (String script : SCRIPTS) {
      scope
          .host()
          .layout()
          .installation()
          .flatMap(root -> files.smallText(root.resolve(script)))
          .ifPresent(texts::add);
    }
    return texts;
  }
}
