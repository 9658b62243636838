package io.hearth.errors.store;

import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node's journals: the current one, which is added to, and older ones not yet in snapshots. */
final class JournalFiles {

  private static final Pattern NAME = Pattern.compile("journal-([1-9][0-9]{0,8})\\.jsonl");

  private final PrivateFolder folder;
  private int current;
  private long length;

  JournalFiles(PrivateFolder folder, int current) {
    this.folder = folder;
    this.current = current;
  }

  static String name(int number) {
    return "journal-" + number + ".jsonl";
  }

  static OptionalInt number(String fileName) {
    Matcher matcher = NAME.matcher(fileName);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /** Numbers and sizes of those in a node's folder. */
  static TreeMap<Integer, Long> list(PrivateFolder folder) throws IOException {
    TreeMap<Integer, Long> journals = new TreeMap<>();
    for (String name : folder.names()) {
      OptionalInt number = number(name);
      if (number.isPresent()
          && Files.isRegularFile(folder.path().resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        try {
          journals.put(number.getAsInt(), folder.size(name));
        } catch (NoSuchFileException deletedMeanwhile) {
          continue;
        }
      }
    }
    return journals;
  }

  /** Those before the current one. */
  synchronized List<Integer> old() throws IOException {
    return List.copyOf(list(folder).headMap(current).keySet());
  }

  synchronized int current() {
    return current;
  }

  synchronized long length() {
    return length;
  }

  /** The next lines go into a new journal. */
  synchronized void rollOver() {
    if (length > 0) {
      current++;
      length = 0;
    }
  }

  /**
   * Adds whole lines in one write. What a write left that failed half-way is cut off by the next.
   *
   * @throws NoSuchFileException when the journal was deleted from outside
   */
  synchronized void append(byte[] lines, int size) throws IOException {
    folder.writeBehind(name(current), length, ByteBuffer.wrap(lines, 0, size));
    length += size;
  }

  InputStream open(int number) throws IOException {
    return folder.open(name(number));
  }

  void delete(int number) throws IOException {
    Files.deleteIfExists(folder.path().resolve(name(number)));
  }
}
