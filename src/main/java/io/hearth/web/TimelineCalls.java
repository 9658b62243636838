package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.errors.timeline.InstanceEvent;
import io.hearth.errors.timeline.Timeline;
import io.hearth.errors.triage.AppHistory;
import io.hearth.errors.triage.ErrorDesk;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The call for errors of each app beside what changed on the instance. */
final class TimelineCalls {

  private static final int MOST_EVENTS = 500;
  private static final int MOST_APPS = 200;

  private final Supplier<ErrorDesk> desk;
  private final Timeline timeline;
  private final UnaryOperator<String> appName;
  private final Clock clock;

  TimelineCalls(
      Supplier<ErrorDesk> desk, Timeline timeline, UnaryOperator<String> appName, Clock clock) {
    this.desk = desk;
    this.timeline = timeline;
    this.appName = appName;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(Route.secure(Route.Method.GET, "/errors/timeline", this::show));
  }

  private void show(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "days");
    int days = asked.days();
    asked.throwIfWrong();
    Instant now = clock.instant();
    LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days - 1L);
    List<InstanceEvent> events = timeline.since(from.atStartOfDay(ZoneOffset.UTC).toInstant());
    ErrorViews views = new ErrorViews(appName, now);
    JsonObject json = new JsonObject();
    json.addProperty("from", from.toString());
    json.addProperty("days", days);
    json.add(
        "events",
        ErrorViews.list(
            events.subList(0, Math.min(MOST_EVENTS, events.size())), event -> json(event, views)));
    List<AppHistory> apps = AppHistory.of(desk.get().board(), events, from, days, now);
    json.add(
        "apps",
        ErrorViews.list(
            apps.subList(0, Math.min(MOST_APPS, apps.size())), app -> json(app, views)));
    call.json(json);
  }

  private static JsonObject json(InstanceEvent event, ErrorViews views) {
    JsonObject json = new JsonObject();
    json.addProperty("time", event.time().toString());
    json.addProperty("kind", event.kind().id());
    if (!event.app().isEmpty()) {
      json.add("app", views.app(event.app()));
    }
    if (!event.from().isEmpty()) {
      json.addProperty("from", event.from());
    }
    if (!event.to().isEmpty()) {
      json.addProperty("to", event.to());
    }
    return json;
  }

  private static JsonObject json(AppHistory app, ErrorViews views) {
    JsonObject json = new JsonObject();
    json.add("app", views.app(app.app()));
    JsonArray days = new JsonArray();
    app.days().forEach(days::add);
    json.add("days", days);
    json.addProperty("total", app.total());
    json.addProperty("openGroups", app.openGroups());
    app.update()
        .ifPresent(
            update -> {
              JsonObject one = new JsonObject();
              one.addProperty("time", update.event().time().toString());
              one.addProperty("from", update.event().from());
              one.addProperty("to", update.event().to());
              one.addProperty("before", update.before());
              one.addProperty("after", update.after());
              one.addProperty("newGroups", update.newGroups());
              json.add("update", one);
            });
    return json;
  }
}
