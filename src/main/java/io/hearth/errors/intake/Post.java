package io.hearth.errors.intake;

import java.io.InputStream;
import java.util.Optional;

/**
 * What a browser posted.
 *
 * @param encoding of the body; empty when plain
 * @param session its session's id, if it has one; used for a hash and forgotten
 * @param address where it comes from, for the same when there is no session
 * @param userAgent read for its family and version, and forgotten
 */
public record Post(
    InputStream body,
    String encoding,
    Optional<String> session,
    String address,
    String userAgent) {}
