package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Why a call is not done, as RFC 9457 problem details. It is put into words when it is written.
 *
 * @param errors the fields that do not fit
 * @param members other extension members
 */
record Problem(
    Kind kind,
    Words detail,
    List<FieldError> errors,
    Map<String, String> members,
    Map<String, String> headers) {

  /** The kinds that {@code hearth-v1.json} describes, with their status. */
  enum Kind {
    NOT_LOGGED_IN(401),
    NOT_SYSTEM_ADMINISTRATOR(403),
    WEBSUDO_REQUIRED(403),
    XSRF_REFUSED(403),
    MALFORMED_BODY(400),
    INVALID_FIELD(400),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    BUSY(429),
    CONFLICT(409),
    SETTINGS_CHANGED(412),
    STATE_REQUIRED(428),
    REPORTS_OFF(403),
    TOO_MANY_REPORTS(429),
    NO_ROOM_FOR_REPORTS(507),
    QUEUE_FULL(429),
    RANGE_NOT_SATISFIABLE(416),
    NO_ROOM(507),
    INTERNAL(500);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    private String key(String part) {
      return "problem." + Names.of(this) + "." + part;
    }
  }

  /** A text of the catalogue with the values for its places. */
  record Words(String key, List<Object> values) {
    static Words of(String key, Object... values) {
      return new Words(key, Arrays.asList(values));
    }

    String in(Texts texts) {
      return texts.text(key, values.toArray());
    }
  }

  /** One field that does not fit; {@code field} is a path such as {@code items[2]}. */
  record FieldError(String field, Words words) {}

  private static final int RETRY_SECONDS = 10;

  static Problem of(Kind kind) {
    return plain(kind, "detail");
  }

  private static Problem plain(Kind kind, String why, Object... values) {
    return new Problem(kind, Words.of(kind.key(why), values), List.of(), Map.of(), Map.of());
  }

  static Problem webSudoRequired(String address) {
    return of(Kind.WEBSUDO_REQUIRED).with(Map.of("websudoUrl", address), Map.of());
  }

  /** {@code why} is the last part of a key under {@code problem.malformed-body}. */
  static Problem malformed(String why, Object... values) {
    return plain(Kind.MALFORMED_BODY, why, values);
  }

  static Problem tooLarge(int limit) {
    return plain(Kind.BODY_TOO_LARGE, "detail", limit);
  }

  static Problem methodNotAllowed(String allowed) {
    return plain(Kind.METHOD_NOT_ALLOWED, "detail", allowed)
        .with(Map.of(), Map.of("Allow", allowed));
  }

  static Problem busy(String who, Instant since) {
    return plain(Kind.BUSY, "detail", who, since.toString())
        .with(
            Map.of("startedBy", who, "startedAt", since.toString()),
            Map.of("Retry-After", String.valueOf(RETRY_SECONDS)));
  }

  /** This person has sent as many as one may within an hour. */
  static Problem tooManyReports(int perHour) {
    return plain(Kind.TOO_MANY_REPORTS, "detail", perHour)
        .with(Map.of(), Map.of("Retry-After", "600"));
  }

  /** Others are just sending theirs. */
  static Problem reportsBusy() {
    return plain(Kind.TOO_MANY_REPORTS, "busy")
        .with(Map.of(), Map.of("Retry-After", String.valueOf(RETRY_SECONDS)));
  }

  /** {@code why} is the last part of a key under {@code problem.no-room}. */
  static Problem noRoom(String why, Object... values) {
    return plain(Kind.NO_ROOM, why, values);
  }

  static Problem queueFull(int waiting) {
    return plain(Kind.QUEUE_FULL, "detail", waiting)
        .with(Map.of(), Map.of("Retry-After", String.valueOf(RETRY_SECONDS)));
  }

  /** Too many follow collections at the same time. */
  static Problem tooManyStreams() {
    return plain(Kind.QUEUE_FULL, "streams")
        .with(Map.of(), Map.of("Retry-After", String.valueOf(RETRY_SECONDS)));
  }

  static Problem outOfRange(long bytes) {
    return plain(Kind.RANGE_NOT_SATISFIABLE, "detail", bytes)
        .with(Map.of(), Map.of("Content-Range", "bytes */" + bytes));
  }

  /** The cause is in the log under {@code incident}; nothing of it goes out. */
  static Problem internal(String incident) {
    return plain(Kind.INTERNAL, "detail", incident);
  }

  static Problem invalid(List<FieldError> errors) {
    return new Problem(
        Kind.INVALID_FIELD,
        Words.of(Kind.INVALID_FIELD.key("detail")),
        List.copyOf(errors),
        Map.of(),
        Map.of());
  }

  private Problem with(Map<String, String> moreMembers, Map<String, String> moreHeaders) {
    return new Problem(kind, detail, errors, moreMembers, moreHeaders);
  }

  int status() {
    return kind.status;
  }

  JsonObject json(Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("type", "urn:hearth:problem:" + Names.of(kind));
    json.addProperty("title", texts.text(kind.key("title")));
    json.addProperty("status", kind.status);
    json.addProperty("detail", detailIn(texts));
    members.forEach(json::addProperty);
    if (!errors.isEmpty()) {
      json.add("errors", errorsIn(texts));
    }
    return json;
  }

  private String detailIn(Texts texts) {
    if (errors.isEmpty()) {
      return detail.in(texts);
    }
    FieldError first = errors.get(0);
    return texts.text(detail.key(), first.field(), first.words().in(texts));
  }

  private JsonArray errorsIn(Texts texts) {
    JsonArray list = new JsonArray();
    for (FieldError error : errors) {
      JsonObject one = new JsonObject();
      one.addProperty("field", error.field());
      one.addProperty("message", error.words().in(texts));
      list.add(one);
    }
    return list;
  }
}
