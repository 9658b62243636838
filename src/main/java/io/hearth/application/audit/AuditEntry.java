package io.hearth.application.audit;

import com.google.gson.JsonObject;
import java.time.Instant;

/**
 * A line of the audit trail.
 *
 * @param node that did it
 * @param who the name to log in with, at that time
 * @param key the product's key of the person, which never changes
 * @param did the id of a {@link Deed}, or of one that another version knows
 * @param what ids, counts and names
 */
public record AuditEntry(
    Instant at, String node, String who, String key, String did, JsonObject what) {}
