package io.hearth.errors.envelope;

import io.hearth.errors.event.ErrorEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an envelope brought.
 *
 * @param events without time and browser, which only the receiver knows
 * @param discarded what the SDK itself dropped, by its reasons
 * @param unwanted categories of items that were in it and are not kept, as rate limits name them
 */
public record Envelope(List<ErrorEvent> events, Map<String, Long> discarded, Set<String> unwanted) {

  public Envelope {
    events = List.copyOf(events);
    discarded = Map.copyOf(discarded);
    unwanted = Set.copyOf(unwanted);
  }
}
