package io.hearth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import io.hearth.collectors.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTextTest {

  private static final Gson GSON = new Gson();

  private static Choice sent(Choice choice) {
    return GSON.fromJson(GSON.toJson(ChoiceText.of(choice)), ChoiceText.class).choice();
  }

  @Test
  void anotherNodeChoosesTheSame() {
    Instant nine = Instant.parse("2026-03-02T09:00:00Z");
    Limits limits =
        new Limits(
            1 << 20,
            1 << 16,
            Optional.of(Duration.ofDays(3)),
            Optional.of(new TimeWindow(Optional.of(nine), Optional.empty())),
            Optional.of(Duration.ofMinutes(2)));
    Choice all =
        new Choice(List.of("logs"), Map.of("threads", Map.of("count", "3")), limits, true, false);
    Choice plain = new Choice(List.of(), Map.of(), new Limits(1, 1, Optional.empty()), false, true);

    assertEquals(all, sent(all));
    assertEquals(plain, sent(plain));
  }

  @Test
  void whatIsNoChoiceIsRefused() {
    ChoiceText broken = GSON.fromJson("{\"windowed\":true,\"from\":\"x\"}", ChoiceText.class);
    assertThrows(IllegalArgumentException.class, broken::choice);
  }
}
