package io.hearth.errors.grouping;

/**
 * What an engine says, in the one form that stands for all engines.
 *
 * @param type of the exception, brought to one name
 * @param form what is compared
 * @param name of the property or variable, as far as engines and builds agree; empty if none
 * @param title what a person reads
 * @param anywhere the same cause wherever it happens, so that the place does not count
 */
record Wording(String type, String form, String name, String title, boolean anywhere) {}
