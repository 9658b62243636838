package io.hearth.collectors;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that may be taken.
 *
 * @param name in the ZIP
 * @param bytes of its text, unpacked; an estimate where it is packed
 */
record FoundFile(String name, Path path, long bytes, Instant modified) {}
