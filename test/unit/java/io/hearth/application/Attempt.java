package io.hearth.application;

import io.hearth.application.SupportZips.Answer;
import io.hearth.collectors.Collector;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Item;
import io.hearth.collectors.Scope;
import io.hearth.host.Host;
import io.hearth.host.Product;
import io.hearth.host.offline.OfflineHost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** One collection over collectors made on the spot, and a look into the ZIP that it gave. */
final class Attempt {

  static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

  private final List<Collector> collectors = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private RedactionEngine engine = Asterisks::new;
  private Workplace workplace =
      new Workplace(false, 2, Thread.NORM_PRIORITY, Duration.ofMinutes(1));
  private long maxBytes = Limits.MAX_BYTES.max();
  private Host host = OfflineHost.of(Product.Kind.JIRA, Path.of("nowhere"), Optional.empty());
  private boolean directory;
  private boolean check = true;
  private Clock clock = Clock.systemUTC();
  private Optional<Duration> maxTime = Optional.empty();

  Attempt with(String id, Entry... entries) {
    return with(id, scope -> List.of(entries));
  }

  Attempt with(String id, Listing listing) {
    Item item = new Item(id, Set.of(Item.Preset.FULL), Set.of(), Item.Cost.NONE);
    collectors.add(
        new Collector() {
          @Override
          public Item item() {
            return item;
          }

          @Override
          public List<Entry> entries(Scope scope) throws IOException {
            return listing.entries(scope);
          }
        });
    return this;
  }

  Attempt redactedBy(RedactionEngine other) {
    engine = other;
    return this;
  }

  Attempt inProduct(int threads) {
    workplace = new Workplace(true, threads, Thread.NORM_PRIORITY, Duration.ofMinutes(1));
    return this;
  }

  Attempt offline(int threads) {
    workplace = new Workplace(false, threads, Thread.NORM_PRIORITY, Duration.ofMinutes(1));
    return this;
  }

  Attempt in(Host other) {
    host = other;
    return this;
  }

  Attempt askingTheDirectory() {
    directory = true;
    return this;
  }

  Attempt unchecked() {
    check = false;
    return this;
  }

  Attempt atMost(long limit) {
    maxBytes = limit;
    return this;
  }

  Attempt atMost(Duration time, Clock byThis) {
    maxTime = Optional.of(time);
    clock = byThis;
    return this;
  }

  SupportZips zips() {
    return new SupportZips(host, collectors, engine, workplace, clock, (what, failure) -> {});
  }

  Choice everything() {
    List<String> items = collectors.stream().map(one -> one.item().id()).toList();
    return new Choice(
        items,
        Map.of(),
        new Limits(maxBytes, maxBytes, Optional.empty(), Optional.empty(), maxTime),
        directory,
        check);
  }

  Answer into(OutputStream out) {
    return zips().collect(everything(), "anna", Optional.empty(), () -> out);
  }

  /** Runs to the end, which must be a whole ZIP. */
  Result done() {
    Answer answer = into(bytes);
    if (!(answer instanceof Answer.Done done)) {
      throw new AssertionError(answer.toString());
    }
    return new Result(done.outcome(), unpacked(bytes.toByteArray()));
  }

  static Map<String, String> unpacked(byte[] zip) {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  static Entry.FromFile file(String name, String text) {
    return file(
        name, text.length(), () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Entry.FromFile file(String name, long size, Entry.Opener opener) {
    return new Entry.FromFile(name, Path.of("/home", name), size, THEN, false, opener);
  }

  static Entry made(String name, Entry.Content content) {
    return new Entry.Made(name, 10, content);
  }

  static Entry made(String name, String text) {
    return made(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  static InputStream failing(IOException failure) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw failure;
      }
    };
  }

  @FunctionalInterface
  interface Listing {
    List<Entry> entries(Scope scope) throws IOException;
  }

  /** The ZIP, unpacked, in its order. */
  record Result(Outcome outcome, Map<String, String> entries) {

    List<String> names() {
      return List.copyOf(entries.keySet());
    }

    String text(String name) {
      return Optional.ofNullable(entries.get(name))
          .orElseThrow(() -> new AssertionError(name + " is not in " + names()));
    }

    Optional<Reason> cut(String name) {
      return reason(outcome.cut(), name);
    }

    Optional<Reason> missing(String name) {
      return reason(outcome.missing(), name);
    }

    private static Optional<Reason> reason(List<Outcome.Shortfall> list, String name) {
      return list.stream()
          .filter(one -> one.name().equals(name))
          .map(Outcome.Shortfall::reason)
          .findFirst();
    }
  }
}
