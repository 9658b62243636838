package io.hearth.zip;

/**
 * How a ZIP is packed.
 *
 * @param level of deflate, 1 (fast) to 9 (small)
 * @param threads that compress, 16 of them at most; 1 compresses on the thread that writes
 * @param priority of these threads, as {@link Thread#setPriority} takes it
 */
public record ZipOptions(int level, int threads, int priority) {

  public ZipOptions {
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException("a deflate level is 1 to 9, not " + level);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread compresses, not " + threads);
    }
    if (priority < Thread.MIN_PRIORITY || priority > Thread.MAX_PRIORITY) {
      throw new IllegalArgumentException("a thread's priority is 1 to 10, not " + priority);
    }
  }
}
