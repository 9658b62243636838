package io.hearth.zip;

public record ZipOptions(int level, int threads, int priority) {}
