package io.hearth.web;

import io.hearth.application.Choice;
import java.util.Optional;

/**
 * A request to make a Support ZIP, checked.
 *
 * @param progress the id to follow it by
 * @param supportCase the id of the case whose pseudonyms it shares, which may not be open
 * @param lookup whether a ZIP of no case leaves a look-up table
 */
record SupportZipRequest(
    Choice choice, Optional<String> progress, Optional<String> supportCase, boolean lookup) {}
