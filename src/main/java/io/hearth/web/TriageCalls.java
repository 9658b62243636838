package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.application.audit.Deed;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Decision.Status;
import io.hearth.errors.triage.Card;
import io.hearth.errors.triage.ErrorDesk;
import io.hearth.errors.triage.State;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The calls that decide about groups of browser errors. */
final class TriageCalls {

  private static final int MOST_IDS = 500;
  private static final int RELEASE = 80;
  private static final int NOTES = 4000;
  private static final Range MORE = new Range(1, 1, 1_000_000_000);

  private final Supplier<ErrorDesk> desk;
  private final ErrorGroupCalls groups;
  private final Audit audit;

  TriageCalls(Supplier<ErrorDesk> desk, ErrorGroupCalls groups, Audit audit) {
    this.desk = desk;
    this.groups = groups;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.POST, "/error-groups/state", this::change),
        Route.secure(Route.Method.PUT, "/error-groups/state", this::restore),
        Route.secure(Route.Method.POST, "/error-groups/merge", this::merge),
        Route.secure(Route.Method.POST, "/error-groups/delete", this::delete),
        Route.secure(Route.Method.POST, "/error-groups/{id}/split", this::split),
        Route.secure(Route.Method.PUT, "/error-groups/{id}/notes", this::notes),
        Route.secure(Route.Method.PUT, "/error-groups/{id}/symbolication", this::symbolicate));
  }

  private static Fields body(Call call, String... known) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of(known));
    return fields;
  }

  private List<Card> cards(Fields fields) throws Refusal {
    List<String> ids = fields.texts("ids", MOST_IDS, 16, 16);
    if (ids.isEmpty() && fields.has("ids")) {
      fields.wrong("ids", "empty");
    }
    fields.throwIfWrong();
    List<Card> cards = new ArrayList<>();
    for (String id : ids) {
      Card card = groups.find(id);
      if (!cards.contains(card)) {
        cards.add(card);
      }
    }
    return cards;
  }

  private void change(Call call) throws IOException, Refusal {
    Fields fields = body(call, "ids", "status", "inRelease", "until", "untilMore");
    String asked = fields.text("status", 1, 20).orElse("");
    Optional<Status> status =
        Arrays.stream(Status.values())
            .filter(one -> one.name().equalsIgnoreCase(asked))
            .findFirst();
    if (status.isEmpty() && fields.has("status")) {
      fields.wrong("status", "unknown-choice", "open, resolved, ignored");
    }
    Optional<String> inRelease =
        fields.has("inRelease") ? fields.text("inRelease", 1, RELEASE) : Optional.empty();
    Optional<Instant> until = fields.time("until");
    Optional<Long> more = fields.whole("untilMore", MORE);
    List<Card> cards = cards(fields);
    JsonArray before = new JsonArray();
    for (Card card : cards) {
      before.add(ErrorViews.stateOf(card));
      desk.get().decide(card, status.orElseThrow(), inRelease, until, more);
    }
    audited(call, Deed.ERRORS_DECIDED, cards, asked);
    JsonObject json = new JsonObject();
    json.add("states", before);
    call.json(json);
  }

  private void restore(Call call) throws IOException, Refusal {
    Fields fields = body(call, "states");
    List<Fields> states = fields.objects("states", MOST_IDS);
    List<State> before = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Fields one : states) {
      one.refuseAllBut(Set.of("id", "state"));
      ids.add(one.text("id", 16, 16).orElse(""));
      one.object("state").flatMap(TriageCalls::state).ifPresent(before::add);
    }
    fields.throwIfWrong();
    if (before.size() < ids.size()) {
      fields.wrong("states", "required");
      fields.throwIfWrong();
    }
    List<Card> cards = new ArrayList<>();
    for (String id : ids) {
      cards.add(groups.find(id));
    }
    for (int n = 0; n < cards.size(); n++) {
      desk.get().restore(cards.get(n), before.get(n));
    }
    audited(call, Deed.ERRORS_DECIDED, cards, "restored");
    call.done();
  }

  private static Optional<State> state(Fields fields) {
    fields.refuseAllBut(Set.of("status", "since", "inRelease", "until", "untilTotal"));
    String asked = fields.text("status", 1, 20).orElse("");
    Optional<State.Status> status =
        Arrays.stream(State.Status.values()).filter(one -> one.id().equals(asked)).findFirst();
    Optional<Instant> since = fields.time("since");
    if (status.isEmpty() || since.isEmpty()) {
      fields.wrong("status", "unknown-choice", "open, resolved, ignored, regressed");
      return Optional.empty();
    }
    return Optional.of(
        new State(
            status.get(),
            since.get(),
            fields.has("inRelease") ? fields.text("inRelease", 1, RELEASE) : Optional.empty(),
            fields.time("until"),
            fields.whole("untilTotal", new Range(0, 0, Long.MAX_VALUE))));
  }

  private void merge(Call call) throws IOException, Refusal {
    List<Card> cards = cards(body(call, "ids"));
    desk.get().merge(cards);
    audited(call, Deed.ERRORS_DECIDED, cards, "merged");
    call.json(groups.detail(groups.find(cards.get(0).id().text())));
  }

  private void split(Call call) throws IOException, Refusal {
    Card card = groups.find(call);
    Fields fields = body(call, "ids");
    List<String> ids = fields.texts("ids", MOST_IDS, 16, 16);
    fields.throwIfWrong();
    List<GroupId> parts = card.parts().stream().map(part -> part.group().id()).toList();
    for (String id : ids) {
      GroupId part =
          GroupId.parse(id)
              .filter(parts::contains)
              .orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
      desk.get().split(part);
    }
    audited(call, Deed.ERRORS_DECIDED, List.of(card), "split");
    String left =
        parts.stream()
            .map(GroupId::text)
            .filter(id -> !ids.contains(id))
            .findFirst()
            .orElse(card.id().text());
    call.json(groups.detail(groups.find(left)));
  }

  private void delete(Call call) throws IOException, Refusal {
    List<Card> cards = cards(body(call, "ids"));
    desk.get().delete(cards);
    audited(call, Deed.ERRORS_DELETED, cards, "deleted");
    call.done();
  }

  private void notes(Call call) throws IOException, Refusal {
    Card card = groups.find(call);
    Fields fields = body(call, "notes");
    Optional<String> notes = fields.text("notes", 0, NOTES);
    fields.throwIfWrong();
    desk.get().keepNotes(card, notes.orElse(""));
    call.done();
  }

  private void symbolicate(Call call) throws IOException, Refusal {
    Card card = groups.find(call);
    SymbolicationReader.Given given = SymbolicationReader.read(call.request());
    if (!desk.get().map(card, given.sample(), given.exceptions())) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    call.json(groups.detail(groups.find(card.id().text())));
  }

  private void audited(Call call, Deed deed, List<Card> cards, String what) {
    JsonObject told = new JsonObject();
    told.addProperty("what", what);
    told.add("groups", Audit.array(cards.stream().map(card -> card.id().text()).toList()));
    audit.done(call.user(), deed, told);
  }
}
