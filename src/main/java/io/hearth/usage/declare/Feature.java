package io.hearth.usage.declare;

/**
 * Something that an app lets be counted.
 *
 * @param description what the app's maker says that is counted, for an administrator to agree to
 */
public record Feature(String app, String key, String description) {

  /** Names it among those of all apps, as browsers send it. */
  public String name() {
    return nameOf(app, key);
  }

  public static String nameOf(String app, String key) {
    return app + ":" + key;
  }
}
