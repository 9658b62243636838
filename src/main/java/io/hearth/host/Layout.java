package io.hearth.host;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the product keeps its files. The shared home equals the local home on an instance that is
 * not clustered; the installation folder is empty where it cannot be told.
 */
public record Layout(Path localHome, Path sharedHome, Optional<Path> installation) {}
