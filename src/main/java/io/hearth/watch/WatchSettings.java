package io.hearth.watch;

/**
 * Whether a ZIP is made by itself when health turns bad, and what bad is.
 *
 * @param heapPercent of the heap in use after collections
 * @param heapMinutes for which it is so
 * @param errorsPerMinute in the product's main log
 */
public record WatchSettings(boolean on, int heapPercent, int heapMinutes, int errorsPerMinute) {

  public static final int MOST_MINUTES = 60;
  public static final int MOST_ERRORS = 10_000;

  /** Off: nothing is collected that nobody asked for. The limits are those of a problem. */
  public static WatchSettings standard() {
    return new WatchSettings(false, 95, 5, 10);
  }
}
