package io.hearth.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Searches a finished ZIP, entry by entry, and compares it with its manifest. Memory is one buffer,
 * the list of entries and what is reported.
 */
public final class ZipCheck {

  /** What one entry holds; {@code leaks} are the first of {@code counts}. */
  public record CheckedEntry(String name, Map<String, Long> counts, List<Leak> leaks) {}

  /**
   * What was found.
   *
   * @param entries how many were searched
   * @param found entries with something in them; at most {@link #LISTED}
   * @param total of all entries, by kind
   * @param faults at most {@link #LISTED}
   */
  public record Result(
      long entries,
      long bytes,
      List<CheckedEntry> found,
      Map<String, Long> total,
      List<Fault> faults) {

    public boolean clean() {
      return total.isEmpty() && faults.isEmpty();
    }
  }

  /** Told now and then how far it is. */
  @FunctionalInterface
  public interface Watcher {
    void at(long bytes, long expected);
  }

  public static final int LISTED = 1000;

  private static final int MOST_ENTRIES = 2_000_000;
  private static final String MANIFEST = "manifest.json";
  private static final Set<String> OWN = Set.of(MANIFEST, "index.html");

  private final LeakSearch search;
  private final Watcher watcher;
  private final List<CheckedEntry> found = new ArrayList<>();
  private final Map<String, Long> total = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private long bytes;
  private long expected;

  public ZipCheck(LeakSearch search, Watcher watcher) {
    this.search = search;
    this.watcher = watcher;
  }

  /**
   * @throws IOException when the file cannot be read as a ZIP
   * @throws NotAZip when it is made to harm its reader
   */
  public Result of(Path file) throws IOException, NotAZip {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      refuseHarmful(zip, Files.size(file));
      Optional<Manifest> manifest = manifest(zip);
      if (manifest.isEmpty()) {
        fault(Fault.Kind.NO_MANIFEST, "");
      }
      long entries = entries(zip, manifest);
      manifest.ifPresent(list -> list.left().forEach(name -> fault(Fault.Kind.NOT_THERE, name)));
      return new Result(entries, bytes, found, total, faults);
    }
  }

  /** Entries that share bytes make a small file endless; honest ones lie one after the other. */
  private void refuseHarmful(ZipFile zip, long size) throws NotAZip {
    if (zip.size() > MOST_ENTRIES) {
      throw new NotAZip(NotAZip.Why.TOO_MANY_ENTRIES);
    }
    long packed = 0;
    var entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      packed += Math.max(0, entry.getCompressedSize());
      expected += Math.max(0, entry.getSize());
    }
    if (packed > size) {
      throw new NotAZip(NotAZip.Why.OVERLAPPING);
    }
  }

  private static Optional<Manifest> manifest(ZipFile zip) {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Optional.of(Manifest.read(in));
    } catch (IOException notOurs) {
      return Optional.empty();
    }
  }

  private long entries(ZipFile zip, Optional<Manifest> manifest) {
    Set<String> names = new HashSet<>();
    long count = 0;
    var entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (!names.add(entry.getName()) || leadsOut(entry.getName())) {
        fault(Fault.Kind.BAD_NAME, entry.getName());
      }
      if (!entry.isDirectory()) {
        check(zip, entry, manifest);
        count++;
      }
    }
    return count;
  }

  private static boolean leadsOut(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || name.matches("^[A-Za-z]:.*")
        || List.of(name.split("/")).contains("..");
  }

  private void check(ZipFile zip, ZipEntry entry, Optional<Manifest> manifest) {
    String name = entry.getName();
    try (InputStream in = zip.getInputStream(entry)) {
      MessageDigest digest = sha256();
      SearchedText text = search.begin();
      text.write((name + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
      long size = read(in, digest, text, entry.getSize());
      report(name, text);
      if (!OWN.contains(name) && manifest.isPresent()) {
        String sum = HexFormat.of().formatHex(digest.digest());
        manifest.get().compare(name, size, sum).ifPresent(kind -> fault(kind, name));
      }
    } catch (IOException | IllegalArgumentException e) {
      fault(Fault.Kind.UNREADABLE, name);
    }
  }

  /** No more than the entry says it has: what unpacks to more lies about itself. */
  private long read(InputStream in, MessageDigest digest, SearchedText text, long most)
      throws IOException {
    byte[] block = new byte[64 * 1024];
    long size = 0;
    for (int count = in.read(block); count >= 0; count = in.read(block)) {
      size += count;
      if (size > most) {
        throw new IOException("more than the " + most + " bytes that the ZIP tells");
      }
      digest.update(block, 0, count);
      text.write(block, 0, count);
      bytes += count;
      watcher.at(bytes, expected);
    }
    text.close();
    return size;
  }

  /** The name was searched as a line of its own before the text. */
  private void report(String name, SearchedText text) {
    Map<String, Long> counts = text.counts();
    if (counts.isEmpty()) {
      return;
    }
    counts.forEach((kind, count) -> total.merge(kind, count, Long::sum));
    if (found.size() < LISTED) {
      List<Leak> leaks =
          text.leaks().stream()
              .map(leak -> new Leak(leak.kind(), leak.line() - 1, leak.shown()))
              .toList();
      found.add(new CheckedEntry(name, counts, leaks));
    }
  }

  private void fault(Fault.Kind kind, String entry) {
    if (faults.size() < LISTED) {
      faults.add(new Fault(kind, entry));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
