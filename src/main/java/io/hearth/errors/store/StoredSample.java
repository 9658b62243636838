package io.hearth.errors.store;

import io.hearth.errors.event.ErrorEvent;

/** One error that was kept whole, scrubbed, and the node that received it. */
public record StoredSample(ErrorEvent event, String productRelease, String node) {}
