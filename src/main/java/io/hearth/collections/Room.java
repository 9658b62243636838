package io.hearth.collections;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much the stored ZIPs may take: so many, so many bytes, and never the product's last room. */
public record Room(int zips, long bytes, int queued, DiskSpace disk) {

  private static final long GIB = 1L << 30;
  private static final int SHARE = 20;

  /** A twentieth of a disk of many terabytes would keep more free than any product asks for. */
  private static final long MOST_FLOOR = 20 * GIB;

  /** The disk that a folder lies on. */
  @FunctionalInterface
  public interface DiskSpace {
    Free of(Path folder) throws IOException;
  }

  /** The size of a disk, and what of it the product's account may still use. */
  public record Free(long total, long usable) {

    /** What stays free: a twentieth of the disk, at least 1 GiB and at most 20 GiB. */
    public long floor() {
      return Math.min(MOST_FLOOR, Math.max(GIB, total / SHARE));
    }

    public boolean tooLittle() {
      return usable < floor();
    }
  }

  public static Room standard() {
    return new Room(20, 20 * GIB, 5, Room::disk);
  }

  private static Free disk(Path folder) throws IOException {
    FileStore store = Files.getFileStore(folder);
    return new Free(store.getTotalSpace(), store.getUsableSpace());
  }
}
