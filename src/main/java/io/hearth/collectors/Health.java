package io.hearth.collectors;

import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import io.hearth.collectors.Verdict.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The health checks, in plain words for people and in figures for programs. The overview quotes
 * {@code findings}; what could not be looked at is told apart from what is well.
 */
final class Health implements Collector {

  private static final long BYTES_PER_CHECK = 600;
  private static final Item ITEM =
      new Item(
          "health",
          Set.of(Preset.QUICK, Preset.FULL),
          Set.of(Reveals.PEOPLE, Reveals.CONTENT),
          Cost.READS_FILES);

  private final List<HealthCheck> checks;

  Health(List<HealthCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  Health() {
    this(all());
  }

  static List<HealthCheck> all() {
    return List.of(
        new DiskSpaceCheck(Disks::of),
        new HeapCheck(),
        new FileDescriptorCheck(Mbeans::operatingSystem),
        new DeadlockCheck(),
        new ClockCheck(),
        new LogErrorCheck());
  }

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    return List.of(Facts.entry("health.json", BYTES_PER_CHECK * checks.size(), () -> look(scope)));
  }

  private Facts look(Scope scope) {
    Words words = Words.in(scope.host().locale());
    List<Map<String, Object>> findings = new ArrayList<>();
    List<Map<String, Object>> notChecked = new ArrayList<>();
    for (HealthCheck check : checks) {
      try {
        List<Verdict> verdicts = check.look(scope);
        verdicts.forEach(verdict -> findings.add(finding(words, check.id(), verdict)));
        if (verdicts.isEmpty()) {
          notChecked.add(notChecked(words, check, scope.live() ? "unavailable" : "offline"));
        }
      } catch (IOException | RuntimeException failure) {
        // One check that breaks must not hide what the others found.
        notChecked.add(notChecked(words, check, "unavailable"));
      }
    }
    return new Facts()
        .put("checkedAt", scope.clock().instant())
        .put("findings", findings)
        .put("notChecked", notChecked);
  }

  private static Map<String, Object> finding(Words words, String check, Verdict verdict) {
    String status = verdict.status().name().toLowerCase(Locale.ROOT);
    String key = "health." + check + ".";
    Object[] values = verdict.words().toArray();
    Facts facts =
        new Facts()
            .put("id", check)
            .put("status", status)
            .put("title", words.text(key + "title"))
            .put("detail", words.text(key + status, values));
    if (verdict.status() != Status.OK) {
      facts.put("advice", words.text(key + "advice", values));
    }
    return facts.put("measured", verdict.measured()).asMap();
  }

  private static Map<String, Object> notChecked(Words words, HealthCheck check, String why) {
    return new Facts()
        .put("id", check.id())
        .put("title", words.text("health." + check.id() + ".title"))
        .put("why", words.text("health.not-checked." + why))
        .asMap();
  }
}
