package io.hearth.zip;

/**
 * What stands in the ZIP for one entry.
 *
 * @param size in bytes, unpacked
 * @param compressedSize in bytes, as it lies in the ZIP without its headers
 * @param crc32 of the unpacked bytes
 * @param sha256 of the unpacked bytes, as 64 lower-case hexadecimal digits
 */
public record EntrySummary(
    String name, long size, long compressedSize, long crc32, String sha256) {}
