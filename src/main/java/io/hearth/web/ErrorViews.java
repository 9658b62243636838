package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.hearth.errors.event.Crumb;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.OriginalPosition;
import io.hearth.errors.event.Thrown;
import io.hearth.errors.store.StoredGroup;
import io.hearth.errors.store.StoredSample;
import io.hearth.errors.triage.Card;
import io.hearth.errors.triage.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Groups of browser errors as JSON; {@code ErrorGroup} and others in the OpenAPI file.
 *
 * @param appName the name of an app by its key; empty for one that is not installed
 */
record ErrorViews(UnaryOperator<String> appName, Instant now) {

  JsonObject summary(Card card) {
    StoredGroup group = card.group();
    JsonObject json = new JsonObject();
    json.addProperty("id", card.id().text());
    json.addProperty("type", group.type());
    json.addProperty("title", group.title());
    json.addProperty("culprit", group.culprit());
    json.add("app", app(group.app()));
    json.addProperty("level", group.level().id());
    json.addProperty("unhandled", group.unhandled());
    json.add("state", state(card.state()));
    json.addProperty("firstSeen", group.firstSeen().toString());
    json.addProperty("lastSeen", group.lastSeen().toString());
    json.addProperty("total", group.total());
    json.addProperty("usersToday", group.users(LocalDate.ofInstant(now, ZoneOffset.UTC)));
    JsonArray hours = new JsonArray();
    group.hours(now).forEach(hours::add);
    json.add("hours", hours);
    json.addProperty(
        "release", group.appReleasesLastSeen().keySet().stream().findFirst().orElse(""));
    json.addProperty("mapped", card.mapped());
    return json;
  }

  JsonObject app(String key) {
    String name = appName.apply(key);
    JsonObject json = new JsonObject();
    json.addProperty("key", key);
    json.addProperty("name", name.isEmpty() ? key : name);
    return json;
  }

  static JsonObject state(State state) {
    JsonObject json = new JsonObject();
    json.addProperty("status", state.status().id());
    json.addProperty("since", state.since().toString());
    state.inRelease().ifPresent(release -> json.addProperty("inRelease", release));
    state.until().ifPresent(until -> json.addProperty("until", until.toString()));
    state.untilTotal().ifPresent(total -> json.addProperty("untilTotal", total));
    return json;
  }

  static JsonObject stateOf(Card card) {
    JsonObject json = new JsonObject();
    json.addProperty("id", card.id().text());
    json.add("state", state(card.state()));
    return json;
  }

  /** {@code original} gives where the frames of a sample stand in the source, by its id. */
  JsonObject detail(
      Card card,
      List<StoredSample> samples,
      Function<String, Optional<List<List<Optional<OriginalPosition>>>>> original) {
    JsonObject json = summary(card);
    StoredGroup group = card.group();
    json.add("days", list(group.days(), ErrorViews::day));
    json.add("browsers", counts(group.browsers()));
    json.add("systems", counts(group.systems()));
    json.add("appReleases", counts(group.appReleases()));
    json.add("productReleases", counts(group.productReleases()));
    json.add("features", counts(group.features()));
    json.add("samples", list(samples, one -> sample(one, original.apply(one.event().id()))));
    json.addProperty("notes", card.notes());
    json.add("parts", list(card.parts(), ErrorViews::part));
    return json;
  }

  private static JsonObject day(StoredGroup.Day day) {
    JsonObject json = new JsonObject();
    json.addProperty("day", day.day().toString());
    json.addProperty("count", day.count());
    json.addProperty("users", day.users());
    return json;
  }

  /** Without those that have no name: what is not known is no value. */
  static JsonArray counts(Map<String, Long> counts) {
    JsonArray array = new JsonArray();
    counts.forEach(
        (name, count) -> {
          if (!name.isEmpty()) {
            JsonObject one = new JsonObject();
            one.addProperty("name", name);
            one.addProperty("count", count);
            array.add(one);
          }
        });
    return array;
  }

  private static JsonObject part(Card.Part part) {
    JsonObject json = new JsonObject();
    json.addProperty("id", part.group().id().text());
    json.addProperty("title", part.group().title());
    json.addProperty("total", part.group().total());
    json.addProperty("byHand", part.byHand());
    return json;
  }

  static JsonObject sample(
      StoredSample sample, Optional<List<List<Optional<OriginalPosition>>>> original) {
    ErrorEvent event = sample.event();
    JsonObject json = new JsonObject();
    json.addProperty("id", event.id());
    json.addProperty("time", event.time().toString());
    JsonArray exceptions = new JsonArray();
    for (int n = 0; n < event.exceptions().size(); n++) {
      exceptions.add(exception(event.exceptions().get(n), at(original.orElse(List.of()), n)));
    }
    json.add("exceptions", exceptions);
    if (!event.message().isEmpty()) {
      json.addProperty("message", event.message());
    }
    json.add("crumbs", list(event.crumbs(), ErrorViews::crumb));
    json.addProperty("browser", event.browser().browser());
    json.addProperty("system", event.browser().system());
    json.addProperty("appRelease", event.appRelease());
    json.addProperty("productRelease", sample.productRelease());
    if (!event.feature().isEmpty()) {
      json.addProperty("feature", event.feature());
    }
    json.addProperty("node", sample.node());
    return json;
  }

  private static List<Optional<OriginalPosition>> at(
      List<List<Optional<OriginalPosition>>> positions, int n) {
    return n < positions.size() ? positions.get(n) : List.of();
  }

  private static JsonObject exception(Thrown thrown, List<Optional<OriginalPosition>> original) {
    JsonObject json = new JsonObject();
    json.addProperty("type", thrown.type());
    json.addProperty("value", thrown.value());
    json.addProperty("handled", thrown.handled());
    JsonArray frames = new JsonArray();
    for (int n = 0; n < thrown.frames().size(); n++) {
      JsonObject frame = frame(thrown.frames().get(n));
      if (n < original.size()) {
        original.get(n).ifPresent(place -> frame.add("original", position(place)));
      }
      frames.add(frame);
    }
    json.add("frames", frames);
    return json;
  }

  private static JsonObject frame(Frame frame) {
    JsonObject json = new JsonObject();
    json.addProperty("function", frame.function());
    json.addProperty("file", frame.file());
    if (!frame.module().isEmpty()) {
      json.addProperty("module", frame.module());
    }
    json.addProperty("line", frame.line());
    json.addProperty("column", frame.column());
    json.addProperty("inApp", frame.inApp());
    return json;
  }

  private static JsonObject position(OriginalPosition place) {
    JsonObject json = new JsonObject();
    json.addProperty("file", place.file());
    json.addProperty("line", place.line());
    json.addProperty("column", place.column());
    if (!place.function().isEmpty()) {
      json.addProperty("function", place.function());
    }
    if (!place.context().isEmpty()) {
      JsonArray lines = new JsonArray();
      place.context().forEach(lines::add);
      json.add("context", lines);
      json.addProperty("contextLine", place.contextLine());
    }
    return json;
  }

  private static JsonObject crumb(Crumb crumb) {
    JsonObject json = new JsonObject();
    json.addProperty("time", crumb.time().toString());
    json.addProperty("category", crumb.category());
    json.addProperty("message", crumb.message());
    json.addProperty("level", crumb.level());
    return json;
  }

  static <T> JsonArray list(List<T> values, Function<T, JsonElement> view) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(view.apply(value)));
    return array;
  }
}
