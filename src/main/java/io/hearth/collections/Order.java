package io.hearth.collections;

import io.hearth.application.Choice;
import io.hearth.application.RedactionEngine;
import io.hearth.application.Requester;
import java.util.Optional;

/**
 * A ZIP to be made.
 *
 * @param gather empty when this node makes it alone
 * @param whenWhole is run after it is stored
 * @param cause why it is made by itself; empty when a person asked
 */
public record Order(
    Requester requester,
    Choice choice,
    String fileName,
    RedactionEngine engine,
    Optional<Gather> gather,
    Runnable whenWhole,
    Optional<Cause> cause) {

  /** A person asked for it. */
  public Order(
      Requester requester,
      Choice choice,
      String fileName,
      RedactionEngine engine,
      Optional<Gather> gather,
      Runnable whenWhole) {
    this(requester, choice, fileName, engine, gather, whenWhole, Optional.empty());
  }
}
