package io.hearth.collectors;

/**
 * When a line was written, in milliseconds of the epoch. A line without an offset that was written
 * in the hour that a clock repeats in autumn may be of either pass.
 */
record LineTime(long earliest, long latest) {}
