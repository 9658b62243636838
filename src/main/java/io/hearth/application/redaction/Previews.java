package io.hearth.application.redaction;

import io.hearth.application.Limits;
import io.hearth.application.Reason;
import io.hearth.application.SupportZips;
import io.hearth.application.SupportZips.Files;
import io.hearth.collectors.Entry;
import io.hearth.host.Host;
import io.hearth.redaction.Explained;
import io.hearth.redaction.PseudonymKey;
import io.hearth.redaction.RedactionSession;
import io.hearth.redaction.RedactionSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Parts of files before and after redaction. A file is named as the dry run names it and opened by
 * the collector that listed it, so there is no way to any other file. Each preview has the key of
 * the case that it is made for, or one of its own, which is forgotten with it; nothing is kept.
 */
public final class Previews {

  /**
   * What to show of a file.
   *
   * @param page counts pages of findings
   * @param supportCase id of the case whose pseudonyms are shown
   */
  public record Wanted(
      String item, String file, Where where, long page, Optional<String> supportCase) {}

  /** {@code FINDINGS}: each line in which something is found, with the lines around it. */
  public enum Where {
    START,
    END,
    FINDINGS
  }

  /**
   * What is shown.
   *
   * @param numbered whether lines were counted from the start of the file
   * @param more whether there is a next page
   * @param learnedFrom how many files were read for names first
   * @param learnedAll whether those were all
   * @param unreadable why nothing is shown
   */
  public record Preview(
      List<Explained> lines,
      boolean numbered,
      boolean more,
      long learnedFrom,
      boolean learnedAll,
      Optional<Reason> unreadable) {}

  /** Longer lines are shortened. */
  private static final int LONGEST = 2000;

  private final Host host;
  private final SupportZips zips;
  private final SupportCases cases;
  private final Clock clock;

  // A preview reads many megabytes: one at a time leaves the product its disk and its cores.
  private final Semaphore turn = new Semaphore(1, true);

  public Previews(Host host, SupportZips zips, SupportCases cases, Clock clock) {
    this.host = host;
    this.zips = zips;
    this.cases = cases;
    this.clock = clock;
  }

  /** Items that have files, each with its newest file first. */
  public List<Files> files() {
    return zips.files(Limits.standard()).stream()
        .filter(one -> !one.files().isEmpty())
        .map(one -> new Files(one.item(), newestFirst(one.files())))
        .toList();
  }

  private static List<Entry.FromFile> newestFirst(List<Entry.FromFile> files) {
    return files.stream()
        .sorted(Comparator.comparing(Entry.FromFile::modified).reversed())
        .toList();
  }

  /** Empty when there is no such file or no such open case. */
  public Optional<Preview> preview(Wanted wanted, ChosenRedaction chosen) {
    Optional<PseudonymKey> key =
        wanted.supportCase().map(cases::key).orElseGet(() -> Optional.of(PseudonymKey.random()));
    return key.flatMap(known -> preview(wanted, chosen.settings(), known));
  }

  private Optional<Preview> preview(Wanted wanted, RedactionSettings settings, PseudonymKey key) {
    turn.acquireUninterruptibly();
    try {
      List<Files> all = files();
      return all.stream()
          .filter(one -> one.item().id().equals(wanted.item()))
          .flatMap(one -> one.files().stream())
          .filter(file -> file.name().equals(wanted.file()))
          .findFirst()
          .map(file -> preview(wanted, file, all, new RedactionSession(settings, key)));
    } finally {
      turn.release();
    }
  }

  private Preview preview(
      Wanted wanted, Entry.FromFile file, List<Files> all, RedactionSession session) {
    PreviewLearning learning = new PreviewLearning(session, clock);
    PreviewWindow window = PreviewWindow.of(wanted.where(), wanted.page());
    Optional<Reason> unreadable = Optional.empty();
    try {
      learning.learn(host);
      learning.learn(file, all);
      try (InputStream text = file.opener().open()) {
        session.explainer().explain(file.name(), text, LONGEST, window::take);
      }
    } catch (IOException e) {
      unreadable = Optional.of(Reason.of(e));
    } catch (RuntimeException | StackOverflowError e) {
      // As in a ZIP: what a rule fails on is not shown. The failure may quote the text.
      unreadable = Optional.of(Reason.REDACTION_FAILED);
    }
    return new Preview(
        unreadable.isPresent() ? List.of() : window.lines(),
        !file.cut(),
        window.more(),
        learning.files(),
        learning.all(),
        unreadable);
  }
}
