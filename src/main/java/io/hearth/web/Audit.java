package io.hearth.web;

import io.hearth.application.redaction.ChosenRedaction;
import io.hearth.host.HostUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who changed what, in the product's log; never a word, a pattern or a value. */
final class Audit {

  private static final Logger LOG = LoggerFactory.getLogger("io.hearth.audit");

  void settingsChanged(HostUser who, ChosenRedaction now) {
    LOG.info(
        "Hearth: {} changed what is redacted: kinds off {}, rules off {}, {} words, {} patterns,"
            + " {} allowed",
        who.name(),
        now.kindsOff(),
        now.rulesOff(),
        now.words().size(),
        now.patterns().size(),
        now.allowed().size());
  }

  /** {@code what} is a verb and {@code id} the id of a support case or a look-up table. */
  void done(HostUser who, String what, String id) {
    LOG.info("Hearth: {} {} {}", who.name(), what, id);
  }
}
