package io.hearth.verify;

/**
 * Something that may be a leak.
 *
 * @param kind as redaction names them, such as {@code password}
 * @param line where it stands, from 1
 * @param shown enough to find it, too little to use it: its first two characters and its length
 */
public record Leak(String kind, long line, String shown) {}
