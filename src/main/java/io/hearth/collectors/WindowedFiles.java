package io.hearth.collectors;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts the files of an item by whether they hold lines of the wanted time, and measures these
 * lines.
 *
 * <p>A packed file tells the time of its first line at once and that of its last only when all of
 * it is unpacked. It ends where the next rotation begins; because names alone do not prove that two
 * files are rotations of one log, it is left out on that ground only if it was also written last
 * before the window. In doubt it is taken, and its lines are looked at while it is copied.
 */
final class WindowedFiles {

  private static final int HEAD = 64 * 1024;

  /** The first line with a time of a packed file. */
  private record Begun(FoundFile file, LineTime first) {}

  private final SafeFiles files;
  private final LogWindow window;
  private final List<FoundFile> wanted = new ArrayList<>();
  private final List<FoundFile> outside = new ArrayList<>();

  WindowedFiles(SafeFiles files, LogWindow window, List<FoundFile> found) {
    this.files = files;
    this.window = window;
    Map<String, List<Begun>> rotations = new HashMap<>();
    for (FoundFile file : found) {
      Optional<LineTime> first = sort(file);
      first.ifPresent(
          time ->
              rotations
                  .computeIfAbsent(family(file), name -> new ArrayList<>())
                  .add(new Begun(file, time)));
    }
    rotations.values().forEach(this::leaveOutEarlier);
  }

  List<FoundFile> wanted() {
    return List.copyOf(wanted);
  }

  List<FoundFile> outside() {
    return List.copyOf(outside);
  }

  FileContent open(FoundFile file, long limit) throws IOException {
    return WindowedFile.open(files, file.path(), limit, window);
  }

  /** Tells the first time of a packed file. */
  private Optional<LineTime> sort(FoundFile file) {
    try (SeekableByteChannel channel = files.open(file.path())) {
      byte[] head = FileContent.head(channel);
      if (TextSniff.isGzip(head) && Gzip.isNamed(file.path())) {
        Optional<LineTime> first = first(file, channel);
        (first.isPresent() && isAfter(first.get()) ? outside : wanted).add(file);
        return first;
      }
      if (TextSniff.isUtf16(head)) {
        wanted.add(file);
        return Optional.empty();
      }
      WindowSearch.Region region = window.search(file.path(), channel, channel.size());
      boolean none = region.empty() && channel.size() > 0;
      (none ? outside : wanted).add(none ? file : file.of(region.bytes()));
    } catch (IOException e) {
      // It is opened again when it is copied, and its state is told then.
      wanted.add(file);
    }
    return Optional.empty();
  }

  private Optional<LineTime> first(FoundFile file, SeekableByteChannel channel) throws IOException {
    channel.position(0);
    ChannelStream packed = new ChannelStream(channel, channel.size());
    try (InputStream text = new BufferedInputStream(FileContent.unzip(file.path(), packed), HEAD)) {
      byte[] head = text.readNBytes(HEAD);
      LineTimes times = window.times(file.path());
      int start = 0;
      while (start < head.length) {
        Optional<LineTime> time = times.of(head, start, head.length - start);
        if (time.isPresent()) {
          return time;
        }
        while (start < head.length && head[start] != '\n') {
          start++;
        }
        start++;
      }
      return Optional.empty();
    }
  }

  private boolean isAfter(LineTime first) {
    return window.window().to().isPresent()
        && first.earliest() - WindowSearch.DISORDER.toMillis() >= window.window().toMillis();
  }

  private void leaveOutEarlier(List<Begun> rotations) {
    if (window.window().from().isEmpty()) {
      return;
    }
    long before = window.window().fromMillis() - WindowSearch.DISORDER.toMillis();
    rotations.sort(Comparator.comparingLong(one -> one.first().earliest()));
    for (int n = 0; n + 1 < rotations.size(); n++) {
      FoundFile file = rotations.get(n).file();
      boolean nextBegins = rotations.get(n + 1).first().latest() < before;
      if (nextBegins && file.modified().toEpochMilli() < before && wanted.remove(file)) {
        outside.add(file);
      }
    }
  }

  private static String family(FoundFile file) {
    return file.name().replaceAll("[-._]?\\d+", "");
  }
}
