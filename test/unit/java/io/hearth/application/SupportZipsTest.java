package io.hearth.application;

import static io.hearth.application.Attempt.file;
import static io.hearth.application.Attempt.made;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.application.Progress.State;
import io.hearth.application.SupportZips.Answer;
import io.hearth.collectors.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time, threads and endings of a collection. */
@Timeout(30)
class SupportZipsTest {

  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final String ID = "0123456789";

  /** Tests of other parts may have left theirs. */
  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  @Test
  void bytesFlowBeforeAnyCollectorHasAnswered() throws Exception {
    CountDownLatch flowing = new CountDownLatch(1);
    Attempt attempt =
        new Attempt()
            .with(
                "slow",
                scope -> {
                  assertTrue(await(flowing), "nothing was sent before the listing");
                  return List.of(made("a.txt", "a"));
                });

    assertInstanceOf(Answer.Done.class, attempt.into(telling(flowing)));
  }

  @Test
  void severalFilesAreReadAtOnceYetWrittenInOrder() {
    CountDownLatch both = new CountDownLatch(2);
    Entry.Opener meeting =
        () -> {
          both.countDown();
          assertTrue(await(both), "the other file was not opened meanwhile");
          return InputStream.nullInputStream();
        };

    List<String> names =
        new Attempt()
            .offline(2)
            .with("logs", file("b.log", 1, meeting), file("a.log", 1, meeting))
            .done()
            .names();

    assertEquals(List.of("logs/b.log", "logs/a.log"), names.subList(1, 3));
  }

  @Test
  void readingAheadStopsWhenTheWriterDoesNotKeepUp() throws Exception {
    AtomicLong read = new AtomicLong();
    CountDownLatch release = new CountDownLatch(1);
    Entry[] entries =
        IntStream.range(0, 40)
            .mapToObj(n -> file(n + ".log", 4 << 20, () -> zeros(4 << 20, read)))
            .toArray(Entry[]::new);
    Entry gate = made("gate.txt", out -> assertTrue(await(release)));
    Attempt attempt =
        new Attempt()
            .offline(4)
            .redactedBy(Unlearning::new)
            .with("gate", gate)
            .with("logs", entries);

    CompletableFuture<Attempt.Result> result = CompletableFuture.supplyAsync(attempt::done);
    long before = settled(read);
    release.countDown();

    assertTrue(before > 0, "nothing was read ahead");
    assertTrue(before < 16 << 20, before + " bytes were read ahead");
    assertEquals(43 + 1, result.get(20, TimeUnit.SECONDS).entries().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void cancellingStopsWithinASecondWhereverItStands(int threads) {
    for (Entry stuck :
        List.of(
            file("endless.log", 1, () -> zeros(Long.MAX_VALUE, new AtomicLong())),
            file("hanging.log", 1, SupportZipsTest::hanging),
            made("waiting.txt", out -> sleep()),
            made("endless.txt", SupportZipsTest::endless))) {
      Attempt attempt =
          new Attempt()
              .inProduct(threads)
              .redactedBy(Unlearning::new)
              .with("logs", file("a.log", "a\n"), stuck, file("b.log", "b\n"));
      cancelled(attempt);
    }
  }

  @Test
  void cancellingStopsTheLearningPassToo() {
    cancelled(new Attempt().with("logs", file("hanging.log", 1, SupportZipsTest::hanging)));
  }

  @Test
  void closingReturnsWhenTheCollectionHasEnded() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Attempt attempt =
        new Attempt()
            .with(
                "slow",
                made(
                    "a.txt",
                    out -> {
                      begun.countDown();
                      sleep();
                    }));
    SupportZips zips = attempt.zips();
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(
            () ->
                zips.collect(
                    attempt.everything(), "anna", Optional.of(ID), OutputStream::nullOutputStream));
    assertTrue(await(begun));

    zips.close();

    assertEquals(State.CANCELLED, zips.progress(ID).orElseThrow().state());
    assertInstanceOf(Answer.Cancelled.class, answer.get());
  }

  private void cancelled(Attempt attempt) {
    SupportZips zips = attempt.zips();
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(
            () ->
                zips.collect(
                    attempt.everything(), "anna", Optional.of(ID), OutputStream::nullOutputStream));
    while (zips.progress(ID).map(now -> now.filesTotal() == 0).orElse(true)) {
      Thread.onSpinWait();
    }
    pause(100);
    assertTrue(zips.cancel(ID));
    Answer ended =
        assertTimeoutPreemptively(A_SECOND, () -> answer.get(), "it went on after cancelling");
    assertInstanceOf(Answer.Cancelled.class, ended);
    assertEquals(State.CANCELLED, zips.progress(ID).orElseThrow().state());
    assertEquals(List.of(), threads());
  }

  @Test
  void aClientThatLeftEndsTheWorkInTheProductAndFailsItOffline() {
    Attempt attempt =
        new Attempt()
            .redactedBy(Unlearning::new)
            .with("logs", file("endless.log", 1, () -> noise(new AtomicLong())));

    assertInstanceOf(Answer.Cancelled.class, attempt.inProduct(2).into(fullAfter(100_000)));
    assertInstanceOf(Answer.Failed.class, attempt.offline(2).into(fullAfter(100_000)));
    assertEquals(List.of(), threads());
  }

  @Test
  void onlyOneCollectionRunsAtATimeAndTheNextOneFindsTheDoorOpen() {
    List<Answer> inner = new ArrayList<>();
    Attempt attempt = new Attempt();
    List<SupportZips> zips = new ArrayList<>();
    attempt.with(
        "one",
        scope -> {
          if (inner.isEmpty()) {
            inner.add(collect(zips.get(0), attempt));
          }
          return List.of();
        });
    zips.add(attempt.zips());

    assertInstanceOf(Answer.Done.class, collect(zips.get(0), attempt));
    assertInstanceOf(Answer.Done.class, collect(zips.get(0), attempt));
    assertEquals("anna", assertInstanceOf(Answer.Busy.class, inner.get(0)).startedBy());
  }

  @Test
  void memoryThatRunsOutWhileReadingAheadFailsTheCollectionAndLeavesNoThread() {
    Entry exhausting =
        file(
            "big.log",
            1,
            () -> {
              throw new OutOfMemoryError("as a test");
            });
    Attempt attempt = new Attempt().redactedBy(Unlearning::new).with("logs", exhausting);

    Answer answer = attempt.into(new ByteArrayOutputStream());

    assertInstanceOf(Answer.Failed.class, answer);
    assertEquals(List.of(), threads());
  }

  private static Answer collect(SupportZips zips, Attempt attempt) {
    return zips.collect(
        attempt.everything(), "anna", Optional.empty(), OutputStream::nullOutputStream);
  }

  /** Those that the test began and left; a pool is terminated a moment before its last is gone. */
  private List<String> threads() {
    for (int n = 0; n < 500 && !threadsNow().isEmpty(); n++) {
      pause(10);
    }
    return threadsNow();
  }

  private List<String> threadsNow() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> name.startsWith("hearth-"))
        .toList();
  }

  /** The count when it no longer changes. */
  private static long settled(AtomicLong count) {
    long last = -1;
    while (count.get() == 0 || count.get() != last) {
      last = count.get();
      pause(200);
    }
    return last;
  }

  private static InputStream zeros(long size, AtomicLong read) {
    return new InputStream() {
      private long left = size;

      @Override
      public int read() {
        return left-- > 0 ? '0' : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        int count = (int) Math.min(left, length);
        left -= count;
        read.addAndGet(count);
        return count == 0 ? -1 : count;
      }
    };
  }

  /** Compresses badly, so that the ZIP grows. */
  private static InputStream noise(AtomicLong seed) {
    return new InputStream() {
      @Override
      public int read() {
        return (int)
            (seed.updateAndGet(x -> x * 6364136223846793005L + 1442695040888963407L) >>> 56);
      }
    };
  }

  private static InputStream hanging() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        sleep();
        return -1;
      }
    };
  }

  private static void endless(OutputStream out) throws IOException {
    while (true) {
      out.write("again\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static OutputStream telling(CountDownLatch latch) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        latch.countDown();
      }
    };
  }

  private static OutputStream fullAfter(int size) {
    return new OutputStream() {
      private int written;

      @Override
      public void write(int b) throws IOException {
        if (++written > size) {
          throw new IOException("Broken pipe");
        }
      }
    };
  }
}
