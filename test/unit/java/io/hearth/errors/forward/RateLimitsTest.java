package io.hearth.errors.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|||-1",
        "200||60|-1",
        "200|60:error:key||60000",
        "200|60:transaction:key, 2.5::organization||2500",
        "200|60:transaction;session:key||-1",
        "200|10:default;error, 20:error:project:reason:custom||20000",
        "429|||60000",
        "429||7|7000",
        "429||Wed, 21 Oct 2026 07:28:00 GMT|60000",
        "429|5:error:key|90|5000",
        "429|nonsense|-5|60000",
        "200|NaN:error:key||0",
        "200|1e300:error:key||3600000",
        "200|:::,,;|x|-1"
      })
  void aDestinationMayAskForAPause(int status, String limits, String retry, long millis) {
    Map<String, String> headers =
        Map.of(
            "x-sentry-rate-limits",
            Optional.ofNullable(limits).orElse(""),
            "retry-after",
            Optional.ofNullable(retry).orElse(""));
    assertEquals(
        millis, RateLimits.of(status, headers).map(Duration::toMillis).orElse(-1L).longValue());
  }
}
