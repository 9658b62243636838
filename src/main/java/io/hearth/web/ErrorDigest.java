package io.hearth.web;

import io.hearth.errors.page.Watched;
import io.hearth.errors.triage.Board;
import io.hearth.errors.triage.Card;
import io.hearth.errors.triage.ErrorDesk;
import io.hearth.errors.triage.State.Status;
import io.hearth.web.DigestLine.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the digest tells of browser errors. */
final class ErrorDigest implements DigestSource {

  /** What is older is no news. */
  static final Duration NEWS = Duration.ofDays(7);

  private final Supplier<ErrorDesk> desk;
  private final Supplier<Watched.Mode> mode;
  private final Clock clock;

  ErrorDigest(Supplier<ErrorDesk> desk, Supplier<Watched.Mode> mode, Clock clock) {
    this.desk = desk;
    this.mode = mode;
    this.clock = clock;
  }

  @Override
  public String page() {
    return "errors";
  }

  @Override
  public List<DigestLine> lines(Instant looked) {
    Board board = desk.get().board();
    List<DigestLine> lines = new ArrayList<>();
    news(board, Status.REGRESSED, looked).ifPresent(lines::add);
    news(board, Status.OPEN, looked).ifPresent(lines::add);
    frequent(board).ifPresent(lines::add);
    if (mode.get() == Watched.Mode.NONE) {
      lines.add(new DigestLine("errors-off", Level.INFO, 0, 0, "", Optional.of("/watch")));
    }
    return lines;
  }

  private Optional<DigestLine> news(Board board, Status status, Instant looked) {
    List<Instant> times = times(board, status).toList();
    long fresh = times.stream().filter(time -> time.isAfter(looked)).count();
    String id = status == Status.OPEN ? "errors-new" : "errors-regressed";
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DigestLine(id, Level.WARNING, times.size(), fresh, "", Optional.of("/list")));
  }

  /** When groups that still ask for a look came up or came back, of the last days. */
  private Stream<Instant> times(Board board, Status status) {
    Instant since = clock.instant().minus(NEWS);
    return board.cards().stream()
        .filter(card -> card.state().status() == status)
        .map(card -> came(card, status))
        .filter(time -> time.isAfter(since));
  }

  private static Instant came(Card card, Status status) {
    return status == Status.OPEN ? card.group().firstSeen() : card.state().since();
  }

  private Optional<DigestLine> frequent(Board board) {
    Instant now = clock.instant();
    return board.cards().stream()
        .filter(card -> card.state().status() == Status.OPEN)
        .map(
            card ->
                new DigestLine(
                    "errors-frequent",
                    Level.INFO,
                    card.group().hours(now).stream().mapToLong(Long::longValue).sum(),
                    0,
                    card.group().title(),
                    Optional.of("/group/" + card.id())))
        .filter(line -> line.count() > 0 && !line.name().isEmpty())
        .max(Comparator.comparingLong(DigestLine::count));
  }

  /** The same times for the badge beside the product's own link, newest first. */
  List<Instant> newest(int most) {
    Board board = desk.get().board();
    return Stream.concat(times(board, Status.OPEN), times(board, Status.REGRESSED))
        .sorted(Comparator.reverseOrder())
        .limit(most)
        .toList();
  }
}
