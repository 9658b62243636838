package io.hearth.errors.grouping;

/**
 * What an engine says, in the one form that stands for all engines.
 *
 * @param type of the exception, brought to one name
 * @param form what is compared
 * @param title what a person reads
 * @param anywhere the same cause wherever it happens, so that the place does not count
 */
record Wording(String type, String form, String title, boolean anywhere) {}
