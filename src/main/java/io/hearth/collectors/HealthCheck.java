package io.hearth.collectors;

import java.io.IOException;
import java.util.List;

/** One thing that is looked at. Its thresholds stand in its class and in docs/health-checks.md. */
interface HealthCheck {

  /** Stable; the words for it stand in the catalogue under {@code health.<id>.*}. */
  String id();

  /** One verdict for each thing found; none where it cannot be looked at, here or now. */
  List<Verdict> look(Scope scope) throws IOException;
}
