package io.hearth.collectors;

import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import io.hearth.host.Product;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the collectors of logs share: where logs are, which come first, which are too old. */
final class LogFiles {

  private static final Pattern ACCESS = Pattern.compile("(.*/)?[^/]*access[^/]*");

  private LogFiles() {}

  /** Of the product itself, in its local home. */
  static Path productFolder(Scope scope) {
    Product.Kind kind = scope.host().product().kind();
    return scope
        .host()
        .layout()
        .localHome()
        .resolve(kind == Product.Kind.CONFLUENCE ? "logs" : "log");
  }

  /** The file in which a support engineer looks first. */
  static String mainLog(Product.Kind kind) {
    return switch (kind) {
      case JIRA -> "atlassian-jira.log";
      case CONFLUENCE -> "atlassian-confluence.log";
      case BITBUCKET -> "atlassian-bitbucket.log";
    };
  }

  /** One line for all: years of rotations would hide the gaps that nobody asked for. */
  private static Optional<Entry> summary(String name, List<FoundFile> left, Unreadable reason) {
    return left.stream()
        .max(Comparator.comparing(FoundFile::modified))
        .map(
            newest ->
                new Missing(
                    name + " (" + left.size() + ")",
                    EntryNames.shown(newest.path().toString()),
                    reason));
  }

  static boolean isAccessLog(String name) {
    return ACCESS.matcher(name).matches();
  }

  /** The main log first, then the newest: they get the bytes that the item may take. */
  static List<Entry> entries(Scope scope, SafeFiles files, FileSearch search) {
    return scope
        .window()
        .map(window -> within(new LogWindow(window, ZoneId.systemDefault()), scope, files, search))
        .orElseGet(() -> since(scope, files, search));
  }

  private static List<Entry> since(Scope scope, SafeFiles files, FileSearch search) {
    List<FoundFile> wanted = new ArrayList<>();
    List<FoundFile> old = new ArrayList<>();
    for (FoundFile file : search.found()) {
      boolean wantedAge = scope.since().map(since -> !file.modified().isBefore(since)).orElse(true);
      (wantedAge ? wanted : old).add(file);
    }
    List<FoundFile> ordered = mostTellingFirst(wanted, scope);
    List<Entry> entries = new ArrayList<>(FilePlan.of(files, ordered, scope.maxBytesPerItem()));
    entries.addAll(search.missing());
    summary("older-files", old, Unreadable.OVER_LIMIT).ifPresent(entries::add);
    return entries;
  }

  /** The JVM's zone is the one that the products' loggers write in. */
  private static List<Entry> within(
      LogWindow window, Scope scope, SafeFiles files, FileSearch search) {
    WindowedFiles sorted = new WindowedFiles(files, window, search.found());
    List<FoundFile> ordered = mostTellingFirst(sorted.wanted(), scope);
    List<Entry> entries =
        new ArrayList<>(FilePlan.of(ordered, scope.maxBytesPerItem(), sorted::open));
    entries.addAll(search.missing());
    summary("files-of-another-time", sorted.outside(), Unreadable.OUTSIDE_WINDOW)
        .ifPresent(entries::add);
    return entries;
  }

  private static List<FoundFile> mostTellingFirst(List<FoundFile> files, Scope scope) {
    String main = mainLog(scope.host().product().kind());
    return files.stream()
        .sorted(
            Comparator.comparing((FoundFile file) -> !file.name().equals(main))
                .thenComparing(FoundFile::modified, Comparator.reverseOrder())
                .thenComparing(FoundFile::name))
        .toList();
  }
}
