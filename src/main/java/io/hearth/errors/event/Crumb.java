package io.hearth.errors.event;

import java.time.Instant;

/** Something that happened before the error: a click on a kind of element, a call's outcome. */
public record Crumb(Instant time, String category, String message, String level) {}
