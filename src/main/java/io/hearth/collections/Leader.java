package io.hearth.collections;

import io.hearth.application.Gathering;
import io.hearth.application.Journal;
import io.hearth.application.NodePart;
import io.hearth.application.NodePartFile;
import io.hearth.application.NodeShare;
import io.hearth.application.NodeShare.Absence;
import io.hearth.application.NodeShare.State;
import io.hearth.insight.NodeTold;
import io.hearth.redaction.Redactor;
import io.hearth.redaction.Vocabulary;
import io.hearth.zip.FinishedZip;
import io.hearth.zip.StreamingZip;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lead of a ZIP that several nodes make: asks the others, gives them what all have learned, and
 * puts their parts behind its own. Whoever does not answer, is late or tells what cannot be true is
 * left out, and the ZIP says so.
 */
final class Leader implements Gathering {

  private static final int CLEANING_TRIES = 5;
  private static final long CLEANING_MS = 200;

  private final Exchange exchange;
  private final String own;
  private final Order order;
  private final Gather gather;
  private final Cluster cluster;
  private final Clock clock;
  private final Journal journal;
  private final List<Other> others = new ArrayList<>();
  private final Map<String, String> folders = new LinkedHashMap<>();
  private Optional<Vocabulary> words = Optional.empty();
  private volatile State state = State.ASKED;
  private volatile boolean begun;
  private long asked;
  private long beats;

  Leader(
      Exchange exchange,
      String own,
      Order order,
      Gather gather,
      Cluster cluster,
      Clock clock,
      Journal journal) {
    this.exchange = exchange;
    this.own = own;
    this.order = order;
    this.gather = gather;
    this.cluster = cluster;
    this.clock = clock;
    this.journal = journal;
  }

  /** This node's turn has come: the others may begin as well. */
  void ask() throws IOException {
    asked = cluster.nanos().getAsLong();
    state = State.LEARNING;
    for (String node : gather.others()) {
      exchange.ask(node, gather.redaction().secret());
    }
    exchange.alive(0);
    synchronized (this) {
      gather.others().forEach(node -> others.add(new Other(node, clock, cluster.nanos())));
    }
    exchange.order(PartOrder.of(own, order, gather, nodes()));
    begun = true;
  }

  /** Each second: shows the others that this node lives, and looks at their answers. */
  void beat() throws IOException {
    if (begun) {
      beats++;
      exchange.alive(beats);
      look();
    }
  }

  private synchronized List<Other> others() {
    return List.copyOf(others);
  }

  private void look() {
    for (Other other : others()) {
      try {
        other.look(exchange.answer(other.node()));
      } catch (IOException unreadable) {
        // As when it is replaced at this moment; one that stays so is given up as silent.
        continue;
      }
    }
  }

  private void giveUp(Other other, Absence why, IOException cause) {
    journal.failed("gathering the part of another node", cause);
    giveUp(other, why);
  }

  private void giveUp(Other other, Absence why) {
    other.missing(why);
    try {
      exchange.forgetSecret(other.node());
    } catch (IOException e) {
      journal.failed("taking back what a node was asked", e);
    }
  }

  @Override
  public int nodes() {
    return gather.others().size() + (gather.own() ? 1 : 0);
  }

  @Override
  public boolean leads() {
    return true;
  }

  @Override
  public boolean collects() {
    return gather.own();
  }

  @Override
  public void learned(Vocabulary vocabulary, Waiting waiting) throws IOException {
    state = State.LEARNED;
    while (waitsFor(State.ASKED, State.WAITING, State.LEARNING)) {
      waiting.pause();
      look();
      for (Other other : others()) {
        giveUpIfSilent(other);
        boolean late = since(asked).compareTo(cluster.patience().learning()) > 0;
        if (late && other.state().compareTo(State.LEARNED) < 0) {
          giveUp(other, Absence.SLOW);
        }
      }
    }
    for (Other other : others()) {
      if (other.state() == State.LEARNED) {
        try {
          exchange.addWords(other.node(), vocabulary);
        } catch (IOException e) {
          giveUp(other, Absence.BROKEN, e);
        }
      }
    }
    words = Optional.of(vocabulary);
  }

  private boolean waitsFor(State... states) {
    return others().stream().anyMatch(other -> List.of(states).contains(other.state()));
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(cluster.nanos().getAsLong() - nanos);
  }

  private void giveUpIfSilent(Other other) {
    Duration most = other.heardOf() ? cluster.patience().silence() : cluster.patience().answer();
    boolean owes = other.state().compareTo(State.READY) < 0;
    if (owes && other.silence().compareTo(most) > 0) {
      giveUp(other, Absence.SILENT);
    }
  }

  /** Names of nodes are redacted as all others, so two could become the same. */
  @Override
  public String folder(Redactor redactor) throws IOException {
    NodeFolders names = new NodeFolders(redactor);
    String mine = names.of(own);
    for (Other other : others()) {
      if (other.state() == State.LEARNED) {
        folders.put(other.node(), names.of(other.node()));
      }
    }
    exchange.go(words.orElseThrow(), folders);
    state = State.WRITING;
    return mine;
  }

  @Override
  public void made(NodePart part) {
    state = State.GATHERED;
  }

  @Override
  public Map<String, NodePart> others(StreamingZip zip, Waiting waiting) throws IOException {
    Map<String, NodePart> parts = new LinkedHashMap<>();
    long done = cluster.nanos().getAsLong();
    while (waitsFor(State.LEARNED, State.WRITING, State.READY)) {
      look();
      boolean late = since(done).compareTo(gather.patience()) > 0;
      for (Other other : others()) {
        giveUpIfSilent(other);
        if (other.state() == State.READY) {
          take(other, zip).ifPresent(part -> parts.put(other.node(), part));
        } else if (late && other.state().compareTo(State.READY) < 0) {
          giveUp(other, Absence.SLOW);
        }
      }
      waiting.pause();
    }
    return parts;
  }

  private Optional<NodePart> take(Other other, StreamingZip zip) throws IOException {
    String node = other.node();
    Optional<NodePart> checked = checked(other);
    if (checked.isPresent()) {
      try (FinishedZip finished = FinishedZip.open(exchange.zip(node))) {
        zip.append(finished);
        other.gathered();
      } catch (IllegalArgumentException name) {
        giveUp(other, Absence.BROKEN, new IOException(name));
        return Optional.empty();
      }
      exchange.of(node).delete(PartFile.ZIP);
    }
    return checked;
  }

  /** Everything is looked at before the first byte is taken over. */
  private Optional<NodePart> checked(Other other) {
    String node = other.node();
    try (InputStream told = exchange.entries(node);
        InputStream rows = exchange.rows(node);
        FinishedZip finished = FinishedZip.open(exchange.zip(node))) {
      NodePart part = NodePartFile.read(told, folders.get(node));
      PartCheck.check(finished, part, exchange.zip(node), other.sha256());
      gather.redaction().told(rows);
      return Optional.of(part.telling(logs(other), health(node)));
    } catch (IOException e) {
      giveUp(other, Absence.BROKEN, e);
      return Optional.empty();
    }
  }

  /** Without them the part is whole all the same: they only sum up what stands in it. */
  private Optional<NodeTold> logs(Other other) {
    String node = other.node();
    Duration ahead = other.share().clockAhead().orElse(Duration.ZERO);
    try (InputStream told = exchange.insight(node)) {
      return Optional.of(
          NodeTold.read(told, folders.get(node), nodes(), ahead, LogZone.at(clock.instant())));
    } catch (IOException e) {
      journal.failed("reading what the logs of another node tell", e);
      return Optional.empty();
    }
  }

  private Optional<String> health(String node) {
    try {
      return exchange.health(node);
    } catch (IOException e) {
      journal.failed("reading what the health checks of another node found", e);
      return Optional.empty();
    }
  }

  @Override
  public synchronized List<NodeShare> shares() {
    List<NodeShare> shares = new ArrayList<>();
    if (gather.own()) {
      shares.add(NodeShare.asked(own).at(state));
    }
    if (others.isEmpty()) {
      gather.others().forEach(node -> shares.add(NodeShare.asked(node)));
    }
    others.forEach(other -> shares.add(other.share()));
    gather.down().forEach(node -> shares.add(NodeShare.asked(node).missing(Absence.NOT_RUNNING)));
    return shares;
  }

  /** However it ended: the others see that it is over, and nothing stays behind. */
  void end() {
    begun = false;
    for (int n = 1; ; n++) {
      try {
        exchange.delete();
        return;
      } catch (IOException e) {
        // A node was writing at this moment; it deletes what is left when it sees the end.
        if (n == CLEANING_TRIES) {
          journal.failed("cleaning up behind a collection", e);
          return;
        }
      }
      try {
        Thread.sleep(CLEANING_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
