package io.hearth.host;

import java.util.Optional;

/**
 * A person as the product knows them: {@code key} never changes, {@code name} is what they log in
 * with.
 */
public record HostUser(String key, String name, String fullName, Optional<String> email) {}
