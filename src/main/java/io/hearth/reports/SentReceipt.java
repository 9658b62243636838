package io.hearth.reports;

import java.time.Instant;

/**
 * That the support endpoint took a report, as its last sending left it.
 *
 * @param text what the endpoint answered, cut; from outside, so that nobody may take it for markup
 * @param sha256 of what was sent
 */
public record SentReceipt(
    Instant at, String host, int status, String text, long bytes, String sha256) {}
