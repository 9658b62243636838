package io.hearth.collectors;

import io.hearth.collectors.Entry.FromFile;
import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares the bytes that an item may take among its files, in the order given: each gets all it
 * needs while there is enough, the next one its newest part, the rest nothing.
 *
 * <p>What is left over is shared out evenly as room to grow, because a log is longer when its turn
 * comes and a packed file may be longer than it says. So the limit of the item holds whatever
 * happens.
 */
final class FilePlan {

  private FilePlan() {}

  /** Opens at most the last so many bytes of what is wanted of a file. */
  @FunctionalInterface
  interface Opening {
    InputStream open(FoundFile file, long limit) throws IOException;
  }

  static List<Entry> of(SafeFiles files, List<FoundFile> found, long maxBytes) {
    return of(found, maxBytes, (file, limit) -> FileContent.open(files, file.path(), limit));
  }

  static List<Entry> of(List<FoundFile> found, long maxBytes, Opening opening) {
    long needed = 0;
    for (FoundFile file : found) {
      needed = saturated(needed, file.bytes());
    }
    long spare = found.isEmpty() ? 0 : Math.max(0, maxBytes - needed) / found.size();
    List<Entry> entries = new ArrayList<>();
    long left = maxBytes;
    for (FoundFile file : found) {
      long given = Math.min(left, file.bytes());
      left -= given;
      entries.add(
          given == 0 && file.bytes() > 0
              ? new Missing(
                  file.name(), EntryNames.shown(file.path().toString()), Unreadable.OVER_LIMIT)
              : entry(opening, file, given, saturated(given, spare)));
    }
    return entries;
  }

  private static Entry entry(Opening opening, FoundFile file, long given, long limit) {
    return new FromFile(
        file.name(),
        file.path(),
        given,
        file.modified(),
        file.part() || given < file.bytes(),
        () -> opening.open(file, limit));
  }

  private static long saturated(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
