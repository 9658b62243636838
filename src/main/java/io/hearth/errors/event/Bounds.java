package io.hearth.errors.event;

/** How much of an event is kept; longer texts are cut, longer lists lose their end. */
public final class Bounds {
  public static final int EXCEPTIONS = 5;
  public static final int FRAMES = 50;
  public static final int CRUMBS = 30;
  public static final int TYPE = 200;
  public static final int VALUE = 2000;
  public static final int FUNCTION = 200;
  public static final int FILE = 500;
  public static final int MODULE = 300;
  public static final int CONTEXT = 400;
  public static final int CRUMB_MESSAGE = 300;
  public static final int FINGERPRINT_PARTS = 10;
  public static final int FINGERPRINT_PART = 200;

  private Bounds() {}

  /** The text up to {@code most} characters, never ending in half a surrogate pair. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
