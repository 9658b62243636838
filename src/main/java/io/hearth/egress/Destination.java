package io.hearth.egress;

import java.time.Instant;

/**
 * A place outside that an administrator typed in and confirmed.
 *
 * @param confirmedBy the name that the administrator logs in with
 */
public record Destination(
    Purpose purpose, Target target, String confirmedBy, Instant confirmedAt) {}
