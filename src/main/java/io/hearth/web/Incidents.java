package io.hearth.web;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unexpected failures: their cause goes into the product's log, only an id goes out. */
final class Incidents {

  private static final Logger LOG = LoggerFactory.getLogger("io.hearth");

  String record(String what, Throwable cause) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Hearth, incident {}: {}", id, what, cause);
    return id;
  }

  /** Something that an administrator should know; holds nothing that came from outside. */
  void warn(String line) {
    LOG.warn("Hearth: {}", line);
  }

  /** A part that failed while the whole goes on; its message may quote what was read. */
  void part(String what, Throwable failure) {
    LOG.warn("Hearth: {}: {}", what, failure.getClass().getName());
    LOG.debug("Hearth: {}", what, failure);
  }
}
