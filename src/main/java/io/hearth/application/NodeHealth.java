package io.hearth.application;

import java.util.Optional;

/**
 * What the health checks of one node found, as it went into the ZIP.
 *
 * @param node empty where there is one only
 */
record NodeHealth(String node, Optional<String> entry) {}
