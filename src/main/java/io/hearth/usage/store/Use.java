package io.hearth.usage.store;

import io.hearth.usage.consent.Consent;
import io.hearth.usage.consent.Counting;
import io.hearth.usage.declare.Declarations;
import io.hearth.usage.declare.Feature;
import java.util.OptionalLong;

/** One use of a feature, of which nothing is kept but that it was one more. */
public record Use(String app, String feature, Outcome outcome, OptionalLong milliseconds) {

  boolean isAgreed(Consent consent) {
    boolean own = app.equals(Declarations.OWN_APP);
    return (own || consent.covers(Counting.OTHER_APPS))
        && consent.features().contains(Feature.nameOf(app, feature));
  }
}
