package io.hearth.host;

/** One installed app; {@code bundled} apps came with the product. */
public record InstalledApp(
    String key, String name, String version, String vendor, String state, boolean bundled) {}
