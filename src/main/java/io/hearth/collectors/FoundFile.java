package io.hearth.collectors;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that may be taken.
 *
 * @param name in the ZIP
 * @param bytes that are wanted of its text, unpacked; an estimate where it is packed
 * @param part whether these are not all
 */
record FoundFile(String name, Path path, long bytes, Instant modified, boolean part) {

  FoundFile(String name, Path path, long bytes, Instant modified) {
    this(name, path, bytes, modified, false);
  }

  /** Of which only so many bytes are wanted. */
  FoundFile of(long wanted) {
    return new FoundFile(name, path, wanted, modified, wanted < bytes);
  }
}
