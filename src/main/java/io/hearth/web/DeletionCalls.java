package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Texts;
import io.hearth.application.audit.Deed;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Deletions.Receipt;
import io.hearth.privacy.Holdings;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The calls that delete what is kept: first what would go, then the deletion and its receipt. */
final class DeletionCalls {

  private static final int MOST_KINDS = 100;

  private record Wanted(List<DataKind> kinds, Optional<Instant> before) {}

  private final PrivacyPart part;
  private final Clock clock;
  private final Audit audit;

  DeletionCalls(PrivacyPart part, Clock clock, Audit audit) {
    this.part = part;
    this.clock = clock;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.POST, "/privacy/deletions/check", this::check),
        Route.secure(Route.Method.POST, "/privacy/deletions", this::delete),
        Route.secure(Route.Method.GET, "/privacy/deletions/{id}", this::receipt));
  }

  private Wanted wanted(Fields fields) {
    List<DataKind> kinds = new ArrayList<>();
    List<String> ids = fields.texts("kinds", MOST_KINDS, 1, 100);
    for (DataKind kind : part.kinds()) {
      if (ids.contains(kind.id())) {
        kinds.add(kind);
      }
    }
    if (kinds.size() < ids.size() || ids.isEmpty() && fields.has("kinds")) {
      String all = String.join(", ", part.kinds().stream().map(DataKind::id).toList());
      fields.wrong("kinds", "unknown-choice", all);
    }
    Optional<Instant> before = Optional.empty();
    if (fields.has("before")) {
      before = fields.text("before", 1, 40).flatMap(text -> time(fields, text));
    }
    return new Wanted(kinds, before);
  }

  private Optional<Instant> time(Fields fields, String text) {
    try {
      Instant time = Instant.parse(text);
      if (!time.isAfter(clock.instant())) {
        return Optional.of(time);
      }
      fields.wrong("before", "future");
    } catch (DateTimeException e) {
      fields.wrong("before", "date-time");
    }
    return Optional.empty();
  }

  private void check(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("kinds", "before"));
    Wanted wanted = wanted(fields);
    fields.throwIfWrong();
    JsonObject json = new JsonObject();
    List<JsonObject> kinds = new ArrayList<>();
    long records = 0;
    for (DataKind kind : wanted.kinds()) {
      Holdings holdings = kind.holdings(wanted.before());
      records += holdings.records();
      JsonObject one = new JsonObject();
      one.addProperty("id", kind.id());
      one.addProperty("title", PrivacyViews.title(kind, call.texts()));
      one.add("holdings", PrivacyViews.json(holdings));
      kinds.add(one);
    }
    json.add("kinds", ErrorViews.list(kinds, one -> one));
    json.addProperty("records", records);
    call.json(json);
  }

  private void delete(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("kinds", "before", "confirm"));
    Wanted wanted = wanted(fields);
    Optional<Boolean> confirm = fields.flag("confirm");
    if (!confirm.orElse(false)) {
      fields.wrong("confirm", "confirm");
    }
    fields.throwIfWrong();
    Map<String, Optional<Instant>> kinds = new TreeMap<>();
    wanted.kinds().forEach(kind -> kinds.put(kind.id(), wanted.before()));
    Receipt receipt = part.deletions().delete(kinds);
    // After it is done: a trail that was deleted begins with who deleted it.
    audit.done(call.user(), Deed.DATA_DELETED, what(receipt));
    call.json(json(receipt, call.texts()));
  }

  private void receipt(Call call) throws IOException, Refusal {
    Optional<Receipt> found = part.deletions().find(call.parts().get("id"));
    if (found.isEmpty()) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    call.json(json(found.get(), call.texts()));
  }

  static JsonObject what(Receipt receipt) {
    JsonObject what = new JsonObject();
    what.addProperty("id", receipt.id());
    JsonObject went = new JsonObject();
    receipt.went().forEach(went::addProperty);
    what.add("went", went);
    receipt.kinds().values().stream()
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(before -> what.addProperty("before", before.toString()));
    return what;
  }

  private JsonObject json(Receipt receipt, Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("id", receipt.id());
    json.addProperty("at", receipt.at().toString());
    List<DataKind> kinds =
        part.kinds().stream().filter(kind -> receipt.kinds().containsKey(kind.id())).toList();
    json.add(
        "kinds",
        ErrorViews.list(
            kinds,
            kind -> {
              JsonObject one = new JsonObject();
              one.addProperty("id", kind.id());
              one.addProperty("title", PrivacyViews.title(kind, texts));
              one.addProperty("records", receipt.went().getOrDefault(kind.id(), 0L));
              receipt
                  .kinds()
                  .get(kind.id())
                  .ifPresent(before -> one.addProperty("before", before.toString()));
              return one;
            }));
    json.add("waiting", Audit.array(receipt.waiting()));
    return json;
  }
}
