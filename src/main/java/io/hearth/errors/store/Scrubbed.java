package io.hearth.errors.store;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Grouped;

/**
 * An event without what must not be written. The store asks only for what it is going to keep, so
 * that the events of a flood, which are counted, cost no scrubbing.
 */
public interface Scrubbed {

  /** Title and culprit of a new group. */
  Grouped head();

  /** The event as a sample. */
  ErrorEvent sample();
}
