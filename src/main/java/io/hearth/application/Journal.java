package io.hearth.application;

/**
 * Where the reason of a failure goes, for whoever mends the app. An implementation never writes the
 * message of the failure: it may quote what was read.
 */
@FunctionalInterface
public interface Journal {
  void failed(String what, Throwable failure);
}
