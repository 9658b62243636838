package io.hearth.reports;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Takes reports from the people of the instance, as many as there is room for. */
public final class ReportIntake {

  /** What became of a report. */
  public sealed interface Answer {
    record Taken(Report report) implements Answer {}

    /** Nobody wants reports. */
    record Off() implements Answer {}

    /** This person sent many within an hour. */
    record TooMany(int perHour) implements Answer {}

    /** Administrators have to close and delete some. */
    record NoRoom() implements Answer {}
  }

  private final ReportStore store;
  private final ChosenReportSettings settings;
  private final ReportQuotas quotas;

  public ReportIntake(ReportStore store, ChosenReportSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.quotas = new ReportQuotas(clock);
  }

  /**
   * @param person whom the hourly limit is counted for; goes nowhere else
   * @throws NotAPng when its screenshot is not one
   */
  public Answer take(String person, NewReport given) throws NotAPng, IOException {
    ReportSettings now = settings.now();
    if (!now.on()) {
      return new Answer.Off();
    }
    NewReport clean = given.clean();
    Optional<Png> picture = Optional.empty();
    if (given.screenshot().isPresent()) {
      picture = Optional.of(Png.read(given.screenshot().get()));
    }
    long bytes = picture.map(one -> (long) one.bytes().length).orElse(0L);
    bytes += clean.textBytes();
    if (!store.hasRoomFor(bytes)) {
      return new Answer.NoRoom();
    }
    if (!quotas.take(person, bytes, now.perHour())) {
      return new Answer.TooMany(now.perHour());
    }
    return new Answer.Taken(store.add(clean, picture));
  }
}
