package io.hearth.collectors;

import io.hearth.collectors.Disks.Disk;
import io.hearth.collectors.Verdict.Status;
import java.util.List;
import java.util.function.Function;

/**
 * Room on the disks of the product's folders.
 *
 * <p>A share alone would cry wolf on a disk of terabytes and a figure alone on a small one, so a
 * border is passed when both are: less than 10 % and less than 50 GB is a warning, less than 3 %
 * and less than 10 GB a problem. Less than 1 GB is always a problem: one reindexing or one night of
 * logs needs more.
 */
final class DiskSpaceCheck implements HealthCheck {

  private static final long GB = 1L << 30;

  private final Function<Scope, List<Disk>> disks;

  DiskSpaceCheck(Function<Scope, List<Disk>> disks) {
    this.disks = disks;
  }

  @Override
  public String id() {
    return "disk-space";
  }

  @Override
  public List<Verdict> look(Scope scope) {
    return disks.apply(scope).stream().filter(disk -> disk.totalBytes() > 0).map(this::of).toList();
  }

  private Verdict of(Disk disk) {
    double free = (double) disk.usableBytes() / disk.totalBytes();
    return new Verdict(
        disk.readOnly() && disk.folders().containsKey("localHome")
            ? Status.PROBLEM
            : status(free, disk.usableBytes()),
        List.of(
            disk.firstFolder().toString(),
            Words.bytes(disk.usableBytes()),
            Words.percent(free),
            Words.bytes(disk.totalBytes())),
        disk.facts().put("freeShare", free));
  }

  private static Status status(double free, long usable) {
    if (usable < GB || (free < 0.03 && usable < 10 * GB)) {
      return Status.PROBLEM;
    }
    return free < 0.1 && usable < 50 * GB ? Status.WARNING : Status.OK;
  }
}
