package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.audit.AuditTrail;
import io.hearth.application.audit.Deed;
import io.hearth.application.redaction.ChosenRedaction;
import io.hearth.host.HostUser;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what: in the audit trail, in the product's own audit log and, in one line, in its log.
 */
final class Audit {

  private static final Logger LOG = LoggerFactory.getLogger("io.hearth.audit");

  private final AuditTrail trail;
  private final Incidents incidents;

  Audit(AuditTrail trail, Incidents incidents) {
    this.trail = trail;
    this.incidents = incidents;
  }

  /** What was done is done: a trail that cannot be written, as on a full disk, undoes nothing. */
  void done(HostUser who, Deed deed, JsonObject what) {
    LOG.info("Hearth: {} {}", who.name(), deed);
    try {
      trail.add(who, deed, what);
    } catch (IOException | RuntimeException e) {
      incidents.part("writing the audit trail", e);
    }
    try {
      trail.copy(who, deed, what);
    } catch (RuntimeException e) {
      incidents.part("writing into the product's audit log", e);
    }
  }

  void done(HostUser who, Deed deed, String name, String value) {
    JsonObject what = new JsonObject();
    what.addProperty(name, value);
    done(who, deed, what);
  }

  /** Settings that are changed as a whole. */
  void changed(HostUser who, Deed deed, JsonObject before, JsonObject now) {
    JsonObject what = new JsonObject();
    what.add("before", before);
    what.add("now", now);
    done(who, deed, what);
  }

  /**
   * Kinds and rules by their ids; of words and patterns only how many: they are what must not be
   * told. {@code before} is empty when it could not be read.
   */
  void redactionChanged(HostUser who, Optional<ChosenRedaction> before, ChosenRedaction now) {
    ChosenRedaction old = before.orElseGet(ChosenRedaction::standard);
    JsonObject what = new JsonObject();
    what.addProperty("beforeKnown", before.isPresent());
    what.add("kindsOff", change(old.kindsOff(), now.kindsOff()));
    what.add("rulesOff", change(old.rulesOff(), now.rulesOff()));
    what.add("words", counts(old.words(), now.words()));
    what.add("patterns", counts(old.patterns(), now.patterns()));
    what.add("allowed", counts(old.allowed(), now.allowed()));
    done(who, Deed.REDACTION_CHANGED, what);
  }

  private static JsonObject change(List<String> before, List<String> now) {
    JsonObject change = new JsonObject();
    change.add("before", array(before));
    change.add("now", array(now));
    return change;
  }

  private static <T> JsonObject counts(List<T> before, List<T> now) {
    JsonObject counts = new JsonObject();
    counts.addProperty("before", before.size());
    counts.addProperty("now", now.size());
    counts.addProperty("added", without(now, before));
    counts.addProperty("removed", without(before, now));
    return counts;
  }

  private static <T> int without(List<T> some, List<T> others) {
    Set<T> rest = new HashSet<>(some);
    others.forEach(rest::remove);
    return rest.size();
  }

  static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
