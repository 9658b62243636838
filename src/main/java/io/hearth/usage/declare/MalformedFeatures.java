package io.hearth.usage.declare;

import java.io.IOException;

/** A file of features that cannot be used; the message tells its maker why. */
public final class MalformedFeatures extends IOException {

  MalformedFeatures(String message) {
    super(message);
  }
}
