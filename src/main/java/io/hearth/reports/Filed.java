package io.hearth.reports;

/** A report with what was done about it. */
public record Filed(Report report, Handling handling) {}
