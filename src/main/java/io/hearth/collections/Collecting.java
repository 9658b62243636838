package io.hearth.collections;

import io.hearth.application.NodeShare;
import io.hearth.application.Progress;
import io.hearth.application.Requester;
import io.hearth.application.SupportZips;
import io.hearth.application.SupportZips.Answer;
import io.hearth.zip.EntryJournal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A ZIP of what this node, or several, have to give. */
final class Collecting implements Making {

  private static final long RETRY_MS = 300;

  private final String id;
  private final Order order;
  private final Optional<Leader> leader;
  private final SupportZips zips;
  private final Lead lead;

  /**
   * @param leader of the nodes that make it together, if others do
   */
  Collecting(String id, Order order, Optional<Leader> leader, SupportZips zips, Lead lead) {
    this.id = id;
    this.order = order;
    this.leader = leader;
    this.zips = zips;
    this.lead = lead;
  }

  @Override
  public Lane lane() {
    return Lane.COLLECTION;
  }

  @Override
  public Requester requester() {
    return order.requester();
  }

  @Override
  public List<NodeShare> shares() {
    return leader.map(Leader::shares).orElse(List.of());
  }

  @Override
  public Optional<Progress.Snapshot> progress() {
    return zips.progress(id);
  }

  @Override
  public void stop() {
    zips.cancel(id);
  }

  @Override
  public Made make(Work work, PartFile part) throws IOException {
    try {
      while (work.wanted()) {
        Optional<Made> made = lead.take(leader) ? collected(work, part) : Optional.empty();
        if (made.isPresent()) {
          return made.get();
        }
        // A direct download is under way, or another node leads.
        Thread.sleep(RETRY_MS);
      }
      return new Made.Stopped();
    } catch (InterruptedException e) {
      return new Made.Stopped();
    } finally {
      lead.end();
    }
  }

  /** Empty while somebody else collects on this node. */
  private Optional<Made> collected(Work work, PartFile part) {
    Answer answer =
        zips.collect(
            order.choice(),
            order.engine(),
            order.requester(),
            id,
            lead.gathering(),
            begun(work, part));
    if (answer instanceof Answer.Done done) {
      var outcome = done.outcome();
      return Optional.of(new Made.Whole(outcome.sha256(), outcome.entries(), Optional.of(outcome)));
    } else if (answer instanceof Answer.Failed failed) {
      return Optional.of(new Made.Failed(failed.cause()));
    }
    return answer instanceof Answer.Busy ? Optional.empty() : Optional.of(new Made.Stopped());
  }

  private SupportZips.Target begun(Work work, PartFile part) {
    return new SupportZips.Target() {
      @Override
      public OutputStream open() throws IOException {
        if (!work.begin()) {
          throw new IOException("cancelled while it waited");
        }
        lead.begin();
        return part.open();
      }

      @Override
      public EntryJournal journal() {
        return part.journal();
      }
    };
  }

  @Override
  public void whole() {
    order.whenWhole().run();
  }
}
