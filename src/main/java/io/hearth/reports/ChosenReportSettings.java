package io.hearth.reports;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.host.Recent;
import io.hearth.host.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings, kept by the product so that all nodes have the same. Every page asks for them, and
 * another node may have changed them: they are read again after a few seconds.
 */
public final class ChosenReportSettings {

  public static final String KEY = "reports";
  private static final Duration KNOWN_FOR = Duration.ofSeconds(5);
  private static final Gson GSON = new Gson();

  private final Settings settings;
  private final Recent<ReportSettings> known;

  public ChosenReportSettings(Settings settings, Clock clock) {
    this.settings = settings;
    this.known = new Recent<>(this::read, KNOWN_FOR, clock);
  }

  public ReportSettings now() {
    return known.get();
  }

  /** As they are, also when another node has changed them this moment. */
  public ReportSettings latest() {
    known.forget();
    return now();
  }

  private ReportSettings read() {
    return settings.get(KEY).map(ChosenReportSettings::read).orElseGet(ReportSettings::standard);
  }

  /** Broken ones take nothing: nothing is kept that nobody chose. */
  private static ReportSettings read(String text) {
    try {
      ReportSettings kept = GSON.fromJson(text, ReportSettings.class);
      return new ReportSettings(
          kept.on(),
          kept.shortcut(),
          within(kept.perHour(), ReportSettings.MOST_PER_HOUR),
          within(kept.retentionDays(), ReportSettings.MOST_DAYS),
          Optional.ofNullable(kept.supportAddress()).orElse(""));
    } catch (JsonParseException | NullPointerException broken) {
      return ReportSettings.standard();
    }
  }

  private static int within(int number, int most) {
    return Math.max(1, Math.min(most, number));
  }

  void keepDays(int days) {
    ReportSettings now = now();
    keep(new ReportSettings(now.on(), now.shortcut(), now.perHour(), days, now.supportAddress()));
  }

  public void keep(ReportSettings changed) {
    settings.put(KEY, GSON.toJson(changed));
    known.know(changed);
  }
}
