package io.hearth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  @Test
  void whatTheListHasNoRoomForIsCounted() {
    List<EntryResult> results =
        IntStream.range(0, 300)
            .<EntryResult>mapToObj(
                n ->
                    new EntryResult.Written(
                        "logs/" + n + ".log",
                        "logs",
                        Optional.empty(),
                        1,
                        1,
                        1,
                        "",
                        Map.of(),
                        Map.of("token", 2L),
                        Optional.empty()))
            .toList();
    Outcome.Check check = Outcome.check(results);
    assertEquals(300, check.entries());
    assertEquals(600, check.total());
    assertEquals(200, check.found().size());
  }
}
