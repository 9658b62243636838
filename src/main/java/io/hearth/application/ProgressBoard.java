package io.hearth.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The collections that can be asked about, by the id their client gave them: the last twenty, and
 * an hour after their end none any more.
 */
final class ProgressBoard {

  private static final int KEPT = 20;
  private static final Duration AFTER_END = Duration.ofHours(1);

  private final Map<String, Job> jobs = new LinkedHashMap<>();

  synchronized void put(String id, Job job) {
    forgetOld(job.clock().instant());
    jobs.remove(id);
    jobs.put(id, job);
    Iterator<String> oldest = jobs.keySet().iterator();
    while (jobs.size() > KEPT) {
      oldest.next();
      oldest.remove();
    }
  }

  synchronized Optional<Job> get(String id, Instant now) {
    forgetOld(now);
    return Optional.ofNullable(jobs.get(id));
  }

  private void forgetOld(Instant now) {
    jobs.values()
        .removeIf(
            job ->
                job.progress().ended().map(end -> end.plus(AFTER_END).isBefore(now)).orElse(false));
  }
}
