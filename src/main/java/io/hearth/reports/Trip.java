package io.hearth.reports;

import io.hearth.egress.Answer;
import io.hearth.egress.Backoff;
import io.hearth.egress.Content;
import io.hearth.egress.Destination;
import io.hearth.egress.Outgoing;
import io.hearth.reports.Sending.Phase;
import io.hearth.reports.Sending.Stand;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One sending from its first attempt to its end. Nothing but its own run ends it, so what arrived
 * is told as arrived, also when somebody wanted it stopped at that moment. Where it stands is
 * changed and noted under its own lock, as the connection tells progress from other threads.
 */
final class Trip implements Runnable {

  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * @param trouble is told what could not be written, with its cause
   */
  record Means(
      Outgoing outgoing,
      Clock clock,
      Courier.Pace pace,
      String report,
      SendingFiles files,
      BiConsumer<String, Exception> trouble) {}

  private final Means means;
  private final Destination destination;
  private final Consumer<SentReceipt> taken;
  private volatile Sending now;
  private volatile boolean stopped;
  private volatile boolean closing;
  private volatile long looked;
  private long noted;

  /**
   * @param taken is told when the endpoint took it, before anybody else
   */
  Trip(Means means, Destination destination, Sending claimed, Consumer<SentReceipt> taken) {
    this.means = means;
    this.destination = destination;
    this.now = claimed;
    this.taken = taken;
  }

  /** Makes the file that is sent, before the first attempt. */
  void pack(PrivateFolder.Content content) throws IOException {
    now = means.files().pack(now, content);
    means.files().note(now);
  }

  Sending now() {
    return now;
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** The app ends; its thread is interrupted besides. */
  void close() {
    closing = true;
  }

  @Override
  public void run() {
    try {
      deliver();
    } catch (InterruptedException e) {
      end(Phase.INTERRUPTED);
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      means.trouble().accept("sending a report", broken);
      end(Phase.FAILED);
    }
  }

  private void deliver() throws InterruptedException {
    Backoff backoff = new Backoff(means.pace().first(), means.pace().longest());
    Content content = means.files().packed(now);
    for (int attempt = 1; !isUnwanted(); attempt++) {
      int number = attempt;
      change(stand -> stand.began(number));
      Verdict verdict = Verdict.of(post(content), means.clock().instant());
      verdict.reply().ifPresent(reply -> change(stand -> stand.replied(reply)));
      if (verdict.end().isPresent() || attempt == Courier.ATTEMPTS) {
        arrive(verdict.end().orElse(Phase.FAILED));
        return;
      }
      pause(wait(verdict, backoff));
    }
    arrive(Phase.CANCELLED);
  }

  private Answer post(Content content) {
    byte[] digest = HexFormat.of().parseHex(now.sha256());
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/zip",
            "Content-Disposition",
            "attachment; filename=\"report-" + means.report() + ".zip\"",
            // RFC 9530: attempts that repeat one another are known by it.
            "Content-Digest",
            "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":",
            "User-Agent",
            "hearth");
    return means
        .outgoing()
        .post(destination, headers, content, new Outgoing.Watch(this::moved, this::isUnwanted));
  }

  private synchronized void moved(long bytes) {
    if (now.phase() == Phase.SENDING) {
      now = now.at(now.stand().moved(bytes));
      if (System.nanoTime() - noted > LOOK_NANOS) {
        change(stand -> stand);
      }
    }
  }

  /** Whether somebody stopped it here, or on another node through the report's folder. */
  private boolean isUnwanted() {
    if (!stopped && System.nanoTime() - looked > LOOK_NANOS) {
      looked = System.nanoTime();
      try {
        stopped = !means.files().isWanted(now.number());
      } catch (IOException e) {
        means.trouble().accept("looking whether a report is still to be sent", e);
      }
    }
    return stopped || closing;
  }

  private Duration wait(Verdict verdict, Backoff backoff) {
    Duration longest = means.pace().longest();
    Duration own = backoff.failed();
    Duration asked = verdict.asked().orElse(Duration.ZERO);
    Duration wait = asked.compareTo(own) > 0 ? asked : own;
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  private void pause(Duration pause) throws InterruptedException {
    change(stand -> stand.paused(means.clock().instant().plus(pause)));
    long end = System.nanoTime() + pause.toNanos();
    synchronized (this) {
      for (long left = pause.toNanos(); left > 0 && !isUnwanted(); left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, LOOK_NANOS));
      }
    }
  }

  private void arrive(Phase phase) {
    if (phase == Phase.ACCEPTED) {
      Sending.Reply reply = now.stand().reply().orElseThrow();
      taken.accept(
          new SentReceipt(
              means.clock().instant(),
              now.host(),
              reply.status(),
              reply.text(),
              now.bytes(),
              now.sha256()));
    }
    end(phase == Phase.CANCELLED && closing ? Phase.INTERRUPTED : phase);
  }

  private synchronized void change(UnaryOperator<Stand> how) {
    now = now.at(how.apply(now.stand()));
    noted = System.nanoTime();
    try {
      means.files().note(now);
    } catch (IOException e) {
      means.trouble().accept("noting how far a report is", e);
    }
  }

  /** Of a thread that is told to end, a file would be closed while it is written. */
  private synchronized void end(Phase phase) {
    boolean interrupted = Thread.interrupted();
    Sending over = now.at(now.stand().over(phase));
    try {
      means.files().end(over);
    } catch (IOException e) {
      means.trouble().accept("noting how a sending ended", e);
    }
    now = over;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of one that never began. */
  void interrupted() {
    end(Phase.INTERRUPTED);
  }
}
