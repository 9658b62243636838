package io.hearth.insight;

/** Sees the lines of one entry and keeps what they tell, in bounded memory. */
sealed interface Observer permits LogObserver, AccessObserver, ThreadObserver {

  /** The line is another one after the call. */
  void line(Line line);

  /** There are no more lines. */
  void end();

  /** Adds what was seen to what the whole ZIP tells; {@code entry} is the entry's name in it. */
  void addTo(Told told, String entry);
}
