package io.hearth.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this app, written into the JAR by the build. */
public final class HearthVersion {

  private HearthVersion() {}

  public static String read() {
    try (InputStream in = HearthVersion.class.getResourceAsStream("/hearth-version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
