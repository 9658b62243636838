package io.hearth.devhost.instance;

/** An installed app; {@code userInstalled} tells it from what comes with the product. */
public record AppRecord(
    String key,
    String name,
    String version,
    String vendor,
    boolean enabled,
    boolean userInstalled) {}
