package io.hearth.collectors;

import io.hearth.collectors.Verdict.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Open files against the limit. From 80 % on a busy hour can reach it, and then connections and
 * index files fail in ways that look like anything else. A limit under 4096 is a warning by itself:
 * search index, libraries and connections of each of the products need more.
 */
final class FileDescriptorCheck implements HealthCheck {

  private static final double WARNING = 0.8;
  private static final double PROBLEM = 0.95;
  private static final long LEAST = 4096;

  private final Function<String, Optional<Number>> attributes;

  FileDescriptorCheck(Function<String, Optional<Number>> attributes) {
    this.attributes = attributes;
  }

  @Override
  public String id() {
    return "file-descriptors";
  }

  @Override
  public List<Verdict> look(Scope scope) {
    Optional<Number> open = attributes.apply("OpenFileDescriptorCount");
    Optional<Number> limit = attributes.apply("MaxFileDescriptorCount");
    return scope.live() && open.isPresent() && limit.isPresent()
        ? List.of(of(open.get().longValue(), limit.get().longValue()))
        : List.of();
  }

  private static Verdict of(long open, long limit) {
    double share = (double) open / limit;
    Status byShare = Status.reached(share, WARNING, PROBLEM);
    return new Verdict(
        byShare == Status.OK && limit < LEAST ? Status.WARNING : byShare,
        List.of(open, limit, Words.percent(share)),
        new Facts()
            .put("open", open)
            .put("limit", limit)
            .put("share", share)
            .put("warningShare", WARNING)
            .put("problemShare", PROBLEM)
            .put("leastLimit", LEAST));
  }
}
