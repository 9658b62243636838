package io.hearth.collections;

import io.hearth.application.Choice;
import io.hearth.application.RedactionEngine;
import io.hearth.application.Requester;

/**
 * A ZIP to be made.
 *
 * @param whenWhole is run after it is stored
 */
public record Order(
    Requester requester,
    Choice choice,
    String fileName,
    RedactionEngine engine,
    Runnable whenWhole) {}
