package io.hearth.privacy;

import java.util.function.IntConsumer;

/** After how long data of a kind goes by itself. */
public sealed interface Retention {

  /** The longest that anything is kept, unless an administrator marked a single thing as kept. */
  int LONGEST_DAYS = 180;

  /**
   * As an administrator chose, up to {@link #LONGEST_DAYS}.
   *
   * @param choose keeps another number of days, from 1 to {@link #LONGEST_DAYS}
   */
  record Chosen(int days, IntConsumer choose) implements Retention {}

  /** As long as data of another kind, which it belongs to. */
  record With(String kind, int days) implements Retention {}

  /** By a rule of the app that nobody can change. */
  record Fixed(int days) implements Retention {}

  /** As long as the app is there: what it is set to do. */
  record WhileInstalled() implements Retention {}
}
