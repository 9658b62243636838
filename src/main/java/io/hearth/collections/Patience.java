package io.hearth.collections;

import java.time.Duration;

/**
 * How long nodes that make a ZIP together wait for each other.
 *
 * @param look until each looks again at what the others want and tell
 * @param answer for the first sign of a node that was asked
 * @param silence after which a node that gives no more signs is given up, and by the others the one
 *     that leads
 * @param learning until all have to have learned, so that nobody redacts before
 * @param lease after which the lead of a node that is gone is free
 * @param settles longer than a write takes to be seen on all nodes
 */
public record Patience(
    Duration look,
    Duration answer,
    Duration silence,
    Duration learning,
    Duration lease,
    Duration settles) {

  static Patience standard() {
    return new Patience(
        Duration.ofSeconds(1),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofMinutes(4),
        Duration.ofMinutes(1),
        Duration.ofSeconds(2));
  }
}
