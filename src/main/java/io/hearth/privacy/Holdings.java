package io.hearth.privacy;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of a kind is kept.
 *
 * @param oldest when the oldest record began; empty when there is none or when no time is kept
 */
public record Holdings(long records, long bytes, Optional<Instant> oldest) {}
