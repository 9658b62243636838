package io.hearth.application;

import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.redaction.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Learns what the running product knows of itself, beside what its files reveal. The product's API
 * lists neither people nor sessions. So names come from where they can be had: the administrator
 * who asks for the ZIP, the people whose requests run at this moment, and, on request, the user
 * directory, which is asked for each login name that was learned.
 */
public final class InstanceLearning {

  /** Reads one text for the names it reveals; {@code name} tells its format. */
  @FunctionalInterface
  public interface Reader {
    void learn(String name, InputStream text) throws IOException;
  }

  /** After which the directory is asked no more: on some instances it is a server far away. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Duration PULSE = Duration.ofMillis(400);

  private final Host host;
  private final Vocabulary vocabulary;

  public InstanceLearning(Host host, Vocabulary vocabulary) {
    this.host = host;
    this.vocabulary = vocabulary;
  }

  /** What costs next to nothing. */
  public void learn(Reader reader) throws IOException {
    host.currentUser().ifPresent(this::learn);
    host.baseUrl().flatMap(url -> Optional.ofNullable(url.getHost())).ifPresent(vocabulary::host);
    learnMachine();
    reader.learn("threads.log", requests());
  }

  private void learn(HostUser user) {
    vocabulary.person(user.name(), user.fullName(), user.email().orElse(""));
  }

  /** A virtual machine calls itself {@code 4711@app01}; that asks no name service. */
  private void learnMachine() {
    String name = ManagementFactory.getRuntimeMXBean().getName();
    vocabulary.host(name.substring(name.indexOf('@') + 1));
  }

  /** While Jira works on a request, its thread's name holds {@code username:jdoe}. */
  private static InputStream requests() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    String names =
        Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
            .filter(Objects::nonNull)
            .map(ThreadInfo::getThreadName)
            .collect(Collectors.joining("\n"));
    return new ByteArrayInputStream(names.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code alive} is called now and then, as while files are read. */
  Learning.Directory askDirectory(Job job, Sink.Step alive) throws CollectionStopped {
    List<String> names = vocabulary.userNames();
    Instant end = job.clock().instant().plus(LONGEST);
    Instant pulse = job.clock().instant().plus(PULSE);
    long asked = 0;
    long known = 0;
    for (String name : names) {
      job.cancellation().check();
      Instant now = job.clock().instant();
      if (now.isAfter(end)) {
        return new Learning.Directory(asked, known, false);
      }
      if (now.isAfter(pulse)) {
        Sink.stopping(alive);
        pulse = now.plus(PULSE);
      }
      try {
        Optional<HostUser> user = host.user(name);
        user.ifPresent(this::learn);
        asked++;
        known += user.isPresent() ? 1 : 0;
      } catch (RuntimeException e) {
        // One that cannot be reached would let each of the others wait as long.
        job.journal().failed("asking the user directory", e);
        return new Learning.Directory(asked, known, false);
      }
    }
    return new Learning.Directory(asked, known, true);
  }
}
