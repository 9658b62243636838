package io.hearth.errors.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.errors.event.Browser;
import io.hearth.errors.event.Crumb;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Thrown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A scrubbed event as Sentry's envelopes hold it: one item with its length. It has no user, no
 * request and no server; {@code infer_ip} tells the receiver not to take ours for the user's.
 */
final class SentryEnvelope {

  private static final Gson GSON = new Gson();

  private final String version;

  SentryEnvelope(String version) {
    this.version = version;
  }

  byte[] of(ErrorEvent event, GroupId group, Instant now) {
    byte[] body = GSON.toJson(json(event, group)).getBytes(UTF_8);
    JsonObject head = new JsonObject();
    head.addProperty("event_id", event.id());
    head.addProperty("sent_at", now.toString());
    JsonObject item = new JsonObject();
    item.addProperty("type", "event");
    item.addProperty("length", body.length);
    byte[] before = (GSON.toJson(head) + "\n" + GSON.toJson(item) + "\n").getBytes(UTF_8);
    byte[] all = new byte[before.length + body.length + 1];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(body, 0, all, before.length, body.length);
    all[all.length - 1] = '\n';
    return all;
  }

  private JsonObject json(ErrorEvent event, GroupId group) {
    JsonObject json = new JsonObject();
    json.addProperty("event_id", event.id());
    json.addProperty("timestamp", event.time().toString());
    json.addProperty("platform", "javascript");
    json.addProperty("level", event.level().id());
    json.add("sdk", sdk());
    if (!event.appRelease().isEmpty()) {
      json.addProperty("release", event.app() + "@" + event.appRelease());
    }
    JsonObject tags = new JsonObject();
    tags.addProperty("hearth.group", group.text());
    add(tags, "hearth.app", event.app());
    add(tags, "hearth.feature", event.feature());
    json.add("tags", tags);
    json.add("contexts", contexts(event.browser()));
    if (!event.exceptions().isEmpty()) {
      json.add("exception", values(reversed(event.exceptions()), SentryEnvelope::thrown));
    }
    add(json, "message", event.message());
    if (!event.clientFingerprint().isEmpty()) {
      json.add("fingerprint", GSON.toJsonTree(event.clientFingerprint()));
    }
    json.add("breadcrumbs", values(event.crumbs(), SentryEnvelope::crumb));
    return json;
  }

  private JsonObject sdk() {
    JsonObject settings = new JsonObject();
    settings.addProperty("infer_ip", "never");
    JsonObject sdk = new JsonObject();
    sdk.addProperty("name", "hearth");
    sdk.addProperty("version", version);
    sdk.add("settings", settings);
    return sdk;
  }

  private static void add(JsonObject json, String name, String text) {
    if (!text.isEmpty()) {
      json.addProperty(name, text);
    }
  }

  private static JsonObject contexts(Browser browser) {
    JsonObject contexts = new JsonObject();
    contexts.add("browser", named(browser.browser()));
    contexts.add("os", named(browser.system()));
    return contexts;
  }

  /** A family and, behind its last space, a major version. */
  private static JsonObject named(String text) {
    JsonObject named = new JsonObject();
    int space = text.lastIndexOf(' ');
    boolean version = space > 0 && Character.isDigit(text.charAt(text.length() - 1));
    add(named, "name", version ? text.substring(0, space) : text);
    add(named, "version", version ? text.substring(space + 1) : "");
    return named;
  }

  /** The protocol has causes before what they caused, and callers before what they called. */
  private static <T> List<T> reversed(List<T> some) {
    List<T> turned = new ArrayList<>(some);
    Collections.reverse(turned);
    return turned;
  }

  private static <T> JsonObject values(Collection<T> some, Function<T, JsonObject> json) {
    JsonArray array = new JsonArray();
    some.forEach(one -> array.add(json.apply(one)));
    JsonObject values = new JsonObject();
    values.add("values", array);
    return values;
  }

  private static JsonObject thrown(Thrown thrown) {
    JsonObject json = new JsonObject();
    add(json, "type", thrown.type());
    add(json, "value", thrown.value());
    JsonObject mechanism = new JsonObject();
    mechanism.addProperty("type", "generic");
    mechanism.addProperty("handled", thrown.handled());
    json.add("mechanism", mechanism);
    JsonArray frames = new JsonArray();
    reversed(thrown.frames()).forEach(frame -> frames.add(frame(frame)));
    JsonObject stack = new JsonObject();
    stack.add("frames", frames);
    json.add("stacktrace", stack);
    return json;
  }

  private static JsonObject frame(Frame frame) {
    JsonObject json = new JsonObject();
    add(json, "function", frame.function());
    add(json, "filename", frame.file());
    add(json, "module", frame.module());
    if (frame.line() > 0) {
      json.addProperty("lineno", frame.line());
      json.addProperty("colno", frame.column());
    }
    json.addProperty("in_app", frame.inApp());
    return json;
  }

  private static JsonObject crumb(Crumb crumb) {
    JsonObject json = new JsonObject();
    json.addProperty("timestamp", crumb.time().toString());
    add(json, "category", crumb.category());
    add(json, "message", crumb.message());
    add(json, "level", crumb.level());
    return json;
  }
}
