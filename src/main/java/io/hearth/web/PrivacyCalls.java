package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.application.audit.Deed;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Retention;
import io.hearth.privacy.RetentionJob.Run;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The calls for what is kept: looking at it, taking it along, how long it stays. */
final class PrivacyCalls {

  /** Of a file that is looked at; the export has all of it. */
  private static final int SHOWN = 256 << 10;

  private static final int NAME = 500;

  private final PrivacyPart part;
  private final PrivacyViews views;
  private final Audit audit;

  PrivacyCalls(PrivacyPart part, PrivacyViews views, Audit audit) {
    this.part = part;
    this.views = views;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/privacy", this::show),
        Route.secure(Route.Method.GET, "/privacy/kinds/{id}/raw", this::names),
        Route.secure(Route.Method.GET, "/privacy/kinds/{id}/raw/content", this::raw),
        Route.secure(Route.Method.GET, "/privacy/export", this::export),
        Route.secure(Route.Method.PUT, "/privacy/retention", this::keepFor),
        Route.secure(Route.Method.POST, "/privacy/retention/run", this::run));
  }

  private void show(Call call) throws IOException {
    call.json(views.overview(call.texts()));
  }

  static DataKind kind(PrivacyPart part, String id) throws Refusal {
    return part.kinds().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
  }

  private void names(Call call) throws IOException, Refusal {
    JsonArray names = new JsonArray();
    kind(part, call.parts().get("id")).rawNames().forEach(names::add);
    JsonObject json = new JsonObject();
    json.add("names", names);
    call.json(json);
  }

  /** Inside JSON and cut, so that no browser takes what is stored for a page. */
  private void raw(Call call) throws IOException, Refusal {
    DataKind kind = kind(part, call.parts().get("id"));
    ErrorQuery asked = ErrorQuery.of(call, "name");
    String name = asked.required("name", NAME);
    asked.throwIfWrong();
    Optional<InputStream> found = kind.raw(name);
    if (found.isEmpty()) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    byte[] bytes;
    try (InputStream in = found.get()) {
      bytes = in.readNBytes(SHOWN + 1);
    }
    boolean cut = bytes.length > SHOWN;
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty(
        "text", new String(bytes, 0, Math.min(SHOWN, bytes.length), StandardCharsets.UTF_8));
    json.addProperty("cut", cut);
    audit.done(call.user(), Deed.DATA_VIEWED, "file", kind.id() + ": " + name);
    call.json(json);
  }

  /** Each kind a folder of its files as they are stored. */
  private void export(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "kind");
    Optional<String> only = asked.optional("kind", NAME);
    asked.throwIfWrong();
    List<DataKind> kinds = only.isPresent() ? List.of(kind(part, only.get())) : part.kinds();
    Answers.common(call.response());
    call.response().setContentType("application/zip");
    call.response()
        .setHeader(
            "Content-Disposition",
            "attachment; filename=\"hearth-" + only.orElse("all-data") + ".zip\"");
    if (call.request().getMethod().equals("HEAD")) {
      return;
    }
    audit.done(call.user(), Deed.DATA_EXPORTED, "kind", only.orElse("all"));
    ZipOutputStream zip =
        new ZipOutputStream(call.response().getOutputStream(), StandardCharsets.UTF_8);
    for (DataKind kind : kinds) {
      for (String name : kind.rawNames()) {
        add(zip, kind, name);
      }
    }
    zip.finish();
    zip.flush();
  }

  private static void add(ZipOutputStream zip, DataKind kind, String name) throws IOException {
    Optional<InputStream> found = kind.raw(name);
    if (found.isPresent()) {
      try (InputStream in = found.get()) {
        zip.putNextEntry(new ZipEntry(kind.id() + "/" + name));
        in.transferTo(zip);
        zip.closeEntry();
      }
    }
  }

  private void keepFor(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("days"));
    fields.require("days");
    JsonObject what = new JsonObject();
    List<Runnable> changes = new ArrayList<>();
    fields.object("days").ifPresent(days -> changes.addAll(changes(days, what)));
    fields.throwIfWrong();
    changes.forEach(Runnable::run);
    audit.done(call.user(), Deed.RETENTION_CHANGED, what);
    show(call);
  }

  private List<Runnable> changes(Fields days, JsonObject what) {
    List<Runnable> changes = new ArrayList<>();
    int most = Retention.LONGEST_DAYS;
    for (String id : days.names()) {
      Optional<Retention.Chosen> now =
          part.kinds().stream()
              .filter(kind -> kind.id().equals(id))
              .map(DataKind::retention)
              .filter(Retention.Chosen.class::isInstance)
              .map(Retention.Chosen.class::cast)
              .findFirst();
      Optional<Long> wanted = days.whole(id, new Range(most, 1, most));
      if (now.isEmpty()) {
        days.wrong(id, "no-retention");
      } else if (wanted.isPresent() && wanted.get() != now.get().days()) {
        JsonObject change = new JsonObject();
        change.addProperty("before", now.get().days());
        change.addProperty("now", wanted.get());
        what.add(id, change);
        changes.add(() -> now.get().choose().accept(wanted.get().intValue()));
      }
    }
    return changes;
  }

  /** What a person starts who has looked at the clock. */
  private void run(Call call) throws IOException {
    Run run = part.retention().runNow();
    audit.done(call.user(), Deed.DATA_DELETED, "why", "retention");
    call.json(PrivacyViews.json(run));
  }
}
