package io.hearth.collections;

import io.hearth.application.Gathering;
import io.hearth.application.Journal;
import io.hearth.application.NodePart;
import io.hearth.application.NodePartFile;
import io.hearth.application.NodeShare;
import io.hearth.application.NodeShare.Absence;
import io.hearth.application.NodeShare.State;
import io.hearth.application.SharedRedaction;
import io.hearth.application.SupportZips;
import io.hearth.application.SupportZips.Answer;
import io.hearth.redaction.Redactor;
import io.hearth.redaction.Vocabulary;
import io.hearth.zip.StreamingZip;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The part that this node makes of a ZIP that another node leads. */
final class PartWork implements Gathering {

  private static final long RETRY_MS = 300;

  private final Exchange exchange;
  private final String own;
  private final PartOrder order;
  private final SharedRedaction.Part redaction;
  private final SupportZips zips;
  private final Duration silence;
  private final LongSupplier nanos;
  private final Journal journal;
  private NodeAnswer answer;
  private long beats;
  private String alive = "";
  private long aliveSince;
  private boolean over;
  private volatile boolean stopped;

  PartWork(
      Exchange exchange,
      NodeAnswer first,
      String own,
      PartOrder order,
      SharedRedaction.Part redaction,
      SupportZips zips,
      Cluster cluster,
      Journal journal) {
    this.exchange = exchange;
    this.answer = first;
    this.own = own;
    this.order = order;
    this.redaction = redaction;
    this.zips = zips;
    this.silence = cluster.patience().silence();
    this.nanos = cluster.nanos();
    this.journal = journal;
    this.aliveSince = nanos.getAsLong();
  }

  private String progressId() {
    return exchange.id() + "-part";
  }

  /** On a thread of its own, until the part is whole or given up. */
  void run(PartFile part) {
    try (part) {
      Optional<Answer> made = make(part);
      part.close();
      if (made.isPresent() && made.get() instanceof Answer.Done done && part.trouble().isEmpty()) {
        part.keep();
        exchange.rows(own, redaction::tell);
        tell(now().ready(done.outcome().sha256()));
        return;
      }
      if (made.isPresent() && made.get() instanceof Answer.Failed failed && !stopped) {
        journal.failed("making a part of a Support ZIP", failed.cause());
      }
      part.drop();
      tell(now().missing(part.trouble().map(PartWork::absence).orElse(ended())));
    } catch (IOException | RuntimeException e) {
      if (!stopped) {
        journal.failed("making a part of a Support ZIP", e);
      }
      finish(now().missing(ended()));
    } finally {
      synchronized (this) {
        over = true;
      }
    }
  }

  private Absence ended() {
    return stopped ? Absence.STOPPED : Absence.FAILED;
  }

  private static Absence absence(Trouble trouble) {
    return trouble == Trouble.FAILED ? Absence.FAILED : Absence.NO_ROOM;
  }

  /** Empty when it was stopped before its turn came. */
  private Optional<Answer> make(PartFile part) {
    while (!stopped) {
      Answer made =
          zips.collect(
              order.choice().choice(),
              redaction.engine(),
              order.requester(),
              progressId(),
              this,
              () -> {
                tell(now().at(State.LEARNING));
                return part.open();
              });
      if (!(made instanceof Answer.Busy)) {
        return Optional.of(made);
      }
      try {
        Thread.sleep(RETRY_MS);
      } catch (InterruptedException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private synchronized NodeAnswer now() {
    return answer;
  }

  private synchronized void tell(NodeAnswer next) throws IOException {
    beats++;
    answer = next.again(beats, zips.progress(progressId()));
    if (exchange.ordered()) {
      // After the end nobody reads it, and it would bring back the folder that the leader deleted.
      exchange.answer(own, answer);
    }
  }

  private void finish(NodeAnswer last) {
    try {
      tell(last);
    } catch (IOException e) {
      journal.failed("telling that a part of a Support ZIP failed", e);
    }
  }

  /** Each second: shows that it lives, and stops when the leading node has ended or died. */
  synchronized void look() throws IOException {
    if (isAbandoned()) {
      stop();
    } else if (!over) {
      tell(answer);
    }
  }

  private boolean isAbandoned() throws IOException {
    if (!exchange.ordered()) {
      return true;
    }
    String there = exchange.alive();
    if (!there.equals(alive)) {
      alive = there;
      aliveSince = nanos.getAsLong();
    }
    return nanos.getAsLong() - aliveSince > silence.toNanos();
  }

  void stop() {
    stopped = true;
    zips.cancel(progressId());
  }

  /** Whether nothing is left to do, so that what lies in its folder may go. */
  synchronized boolean isOver() {
    return over && (stopped || !exchange.ordered());
  }

  @Override
  public int nodes() {
    return order.shares();
  }

  @Override
  public boolean leads() {
    return false;
  }

  @Override
  public boolean collects() {
    return true;
  }

  @Override
  public void learned(Vocabulary vocabulary, Waiting waiting) throws IOException {
    exchange.words(exchange.of(own), vocabulary);
    tell(now().at(State.LEARNED));
    while (exchange.folder(own).isEmpty()) {
      waiting.pause();
    }
    if (exchange.folder(own).orElseThrow().isEmpty()) {
      throw new IOException("the leading node went on without this one");
    }
    exchange.takeWords(vocabulary);
  }

  @Override
  public String folder(Redactor redactor) throws IOException {
    String folder = exchange.folder(own).flatMap(mine -> mine).orElseThrow();
    tell(now().at(State.WRITING));
    return folder;
  }

  @Override
  public void made(NodePart part) throws IOException {
    exchange.entries(own, out -> NodePartFile.write(part, out));
    if (part.told().isPresent()) {
      exchange.insight(own, out -> part.told().get().write(out, LogZone.at(now().instant())));
    }
    if (part.health().isPresent()) {
      exchange.health(own, part.health().get());
    }
  }

  @Override
  public Map<String, NodePart> others(StreamingZip zip, Waiting waiting) {
    return Map.of();
  }

  @Override
  public List<NodeShare> shares() {
    return List.of();
  }
}
