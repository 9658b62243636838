package io.hearth.zip;

public record EntrySummary(
    String name, long size, long compressedSize, long crc32, String sha256) {}
