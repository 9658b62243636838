package io.hearth.errors.event;

/**
 * Which group an event belongs to.
 *
 * @param rules the version of the rules that told
 * @param title the message with its variable parts taken out; not scrubbed yet
 * @param culprit function and file of the innermost frame of the app; empty when there is none
 */
public record Grouped(GroupId id, int rules, String type, String title, String culprit) {}
