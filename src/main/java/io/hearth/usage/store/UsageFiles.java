package io.hearth.usage.store;

import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files {@code nodes/<node>/usage/<date>.json} of all nodes. */
public final class UsageFiles {

  /** One file, by its node and day. */
  public record Kept(String node, LocalDate date, long bytes) {
    /** Below our folder in the shared home. */
    public String name() {
      return "nodes/" + node + "/" + FOLDER + "/" + UsageFiles.name(date);
    }
  }

  static final String FOLDER = "usage";
  private static final Pattern NODE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern NAME = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})\\.json");

  private final PrivateFolder nodes;

  public UsageFiles(PrivateFolder nodes) {
    this.nodes = nodes;
  }

  private PrivateFolder folder(String node) {
    return nodes.below(node).below(FOLDER);
  }

  private static String name(LocalDate date) {
    return date + ".json";
  }

  /** The newest first. */
  public List<Kept> all() throws IOException {
    List<Kept> all = new ArrayList<>();
    for (String node : nodes.names()) {
      if (NODE.matcher(node).matches() && isFolder(folder(node).path())) {
        all.addAll(of(node));
      }
    }
    all.sort(Comparator.comparing(Kept::date).reversed().thenComparing(Kept::node));
    return all;
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path.getParent(), LinkOption.NOFOLLOW_LINKS)
        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private List<Kept> of(String node) throws IOException {
    List<Kept> own = new ArrayList<>();
    for (String name : folder(node).names()) {
      Optional<LocalDate> date = date(name);
      if (date.isPresent()) {
        own.add(new Kept(node, date.get(), folder(node).size(name)));
      }
    }
    return own;
  }

  private static Optional<LocalDate> date(String name) {
    Matcher matcher = NAME.matcher(name);
    try {
      return matcher.matches()
          ? Optional.of(LocalDate.parse(name.substring(0, name.length() - ".json".length())))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Empty when there is none, and when it is not one of ours. */
  Optional<Day> read(String node, LocalDate date) throws IOException {
    try {
      return Optional.of(DayText.read(folder(node).read(name(date))));
    } catch (NoSuchFileException | IllegalArgumentException absent) {
      return Optional.empty();
    }
  }

  public Optional<InputStream> open(Kept kept) throws IOException {
    try {
      return Optional.of(folder(kept.node()).open(name(kept.date())));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  /** The file's time is always the day's beginning: when it was last written tells nobody more. */
  void write(String node, LocalDate date, Day day) throws IOException {
    folder(node).write(name(date), DayText.write(date, day));
    Files.setLastModifiedTime(
        folder(node).path().resolve(name(date)),
        FileTime.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** What stays of days that are over, where the node could not see to it at their end. */
  void close(String node, LocalDate today) throws IOException {
    for (Kept kept : of(node)) {
      Optional<Day> day = kept.date().isBefore(today) ? read(node, kept.date()) : Optional.empty();
      if (day.isPresent() && !day.get().closed().equals(day.get())) {
        write(node, kept.date(), day.get().closed());
      }
    }
  }

  /** The nodes as one, by day. */
  public SortedMap<LocalDate, Day> days(LocalDate from, LocalDate to) throws IOException {
    SortedMap<LocalDate, Day> days = new TreeMap<>();
    for (Kept kept : all()) {
      if (!kept.date().isBefore(from) && !kept.date().isAfter(to)) {
        read(kept.node(), kept.date()).ifPresent(day -> days.merge(kept.date(), day, Day::plus));
      }
    }
    return days;
  }

  /** How many went. */
  public long delete(Predicate<Kept> which) throws IOException {
    long gone = 0;
    for (Kept kept : all()) {
      if (which.test(kept)) {
        folder(kept.node()).delete(name(kept.date()));
        gone++;
      }
    }
    return gone;
  }
}
