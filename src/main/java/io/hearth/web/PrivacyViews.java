package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.Texts;
import io.hearth.egress.Destinations;
import io.hearth.egress.Purpose;
import io.hearth.errors.store.GroupsKind;
import io.hearth.host.Host;
import io.hearth.host.Layout;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.Place;
import io.hearth.privacy.Retention;
import io.hearth.privacy.RetentionJob.Doubt;
import io.hearth.privacy.RetentionJob.Run;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept, in words and figures. */
final class PrivacyViews {

  /** Whose data goes to a destination, once an administrator has confirmed one. */
  private static final Map<Purpose, String> SENT_FOR =
      Map.of(Purpose.ERROR_FORWARDING, GroupsKind.ID, Purpose.REPORT_ENDPOINT, "problem-reports");

  private final PrivacyPart part;
  private final Host host;
  private final Destinations destinations;
  private final Incidents incidents;

  PrivacyViews(PrivacyPart part, Host host, Destinations destinations, Incidents incidents) {
    this.part = part;
    this.host = host;
    this.destinations = destinations;
    this.incidents = incidents;
  }

  JsonObject overview(Texts texts) {
    JsonObject json = new JsonObject();
    json.add("kinds", ErrorViews.list(part.kinds(), kind -> json(kind, texts)));
    JsonObject retention = new JsonObject();
    retention.addProperty("longestDays", Retention.LONGEST_DAYS);
    part.retention().last().ifPresent(run -> retention.add("last", json(run)));
    part.retention().doubt().ifPresent(doubt -> retention.add("doubt", json(doubt)));
    json.add("retention", retention);
    JsonObject nodes = new JsonObject();
    nodes.addProperty("own", part.nodes().own());
    nodes.add("running", Audit.array(part.nodes().running()));
    nodes.add("silent", Audit.array(part.nodes().silent()));
    json.add("nodes", nodes);
    return json;
  }

  private JsonObject json(DataKind kind, Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("id", kind.id());
    json.addProperty("title", title(kind, texts));
    json.addProperty("purpose", purpose(kind, texts));
    json.addProperty("category", Names.of(kind.category()));
    json.add("fields", ErrorViews.list(kind.fields(), field -> field(kind, field, texts)));
    json.add("places", ErrorViews.list(kind.places(), this::json));
    json.addProperty("collecting", kind.collecting());
    json.add("retention", json(kind.retention()));
    json.add("destinations", Audit.array(destinationsOf(kind)));
    JsonObject holdings = new JsonObject();
    try {
      holdings = json(kind.holdings(Optional.empty()));
    } catch (IOException | RuntimeException e) {
      // One kind that cannot be read hides no other.
      incidents.part("looking at " + kind.id(), e);
      json.addProperty("unreadable", true);
    }
    json.add("holdings", holdings);
    return json;
  }

  static String title(DataKind kind, Texts texts) {
    return texts.text("privacy.kind." + kind.id() + ".title");
  }

  static String purpose(DataKind kind, Texts texts) {
    return texts.text("privacy.kind." + kind.id() + ".purpose");
  }

  static String words(DataKind kind, String field, Texts texts) {
    return texts
        .known("privacy.field." + kind.id() + "." + field)
        .orElseGet(() -> texts.text("privacy.field." + field));
  }

  private static JsonObject field(DataKind kind, String field, Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("id", field);
    json.addProperty("text", words(kind, field, texts));
    return json;
  }

  private JsonObject json(Place place) {
    JsonObject json = new JsonObject();
    json.addProperty("root", Names.of(place.root()));
    json.addProperty("path", path(place, host.layout()));
    return json;
  }

  static String path(Place place, Layout layout) {
    return switch (place.root()) {
      case SHARED_HOME -> layout.sharedHome() + "/" + place.path();
      case LOCAL_HOME -> layout.localHome() + "/" + place.path();
      case SETTINGS, MEMORY -> place.path();
    };
  }

  List<String> destinationsOf(DataKind kind) {
    return destinations.all().stream()
        .filter(one -> kind.id().equals(SENT_FOR.get(one.purpose())))
        .flatMap(one -> one.destination().stream())
        .map(one -> one.target().toString())
        .toList();
  }

  static JsonObject json(Holdings holdings) {
    JsonObject json = new JsonObject();
    json.addProperty("records", holdings.records());
    json.addProperty("bytes", holdings.bytes());
    holdings.oldest().ifPresent(oldest -> json.addProperty("oldest", oldest.toString()));
    return json;
  }

  private static JsonObject json(Retention retention) {
    JsonObject json = new JsonObject();
    if (retention instanceof Retention.Chosen chosen) {
      json.addProperty("rule", "chosen");
      json.addProperty("days", chosen.days());
    } else if (retention instanceof Retention.With with) {
      json.addProperty("rule", "with");
      json.addProperty("days", with.days());
      json.addProperty("kind", with.kind());
    } else if (retention instanceof Retention.Fixed fixed) {
      json.addProperty("rule", "fixed");
      json.addProperty("days", fixed.days());
    } else {
      json.addProperty("rule", "while-installed");
    }
    return json;
  }

  static JsonObject json(Run run) {
    JsonObject json = new JsonObject();
    json.addProperty("at", run.at().toString());
    json.add("went", counts(run.went()));
    return json;
  }

  static JsonArray counts(Map<String, Long> counts) {
    return ErrorViews.list(
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
            .toList(),
        one -> {
          JsonObject json = new JsonObject();
          json.addProperty("kind", one.getKey());
          json.addProperty("records", one.getValue());
          return json;
        });
  }

  private static JsonObject json(Doubt doubt) {
    JsonObject json = new JsonObject();
    doubt.last().map(Instant::toString).ifPresent(at -> json.addProperty("last", at));
    json.addProperty("until", doubt.until().toString());
    return json;
  }
}
