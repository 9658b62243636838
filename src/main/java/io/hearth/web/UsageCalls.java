package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.application.audit.Deed;
import io.hearth.usage.consent.ChosenUsage;
import io.hearth.usage.consent.Consent;
import io.hearth.usage.consent.Counting;
import io.hearth.usage.consent.UsageSettings;
import io.hearth.usage.declare.Declaration;
import io.hearth.usage.declare.Declarations;
import io.hearth.usage.kinds.UsageCounts;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The calls under {@code /usage}. */
final class UsageCalls {

  private static final int LONGEST_NAME = 250;

  private final ChosenUsage chosen;
  private final Declarations declarations;
  private final Supplier<UsagePart.Opened> part;
  private final UsageCounts counts;
  private final Clock clock;
  private final Audit audit;

  UsageCalls(
      ChosenUsage chosen,
      Declarations declarations,
      Supplier<UsagePart.Opened> part,
      UsageCounts counts,
      Clock clock,
      Audit audit) {
    this.chosen = chosen;
    this.declarations = declarations;
    this.part = part;
    this.counts = counts;
    this.clock = clock;
    this.audit = audit;
  }

  List<Route> routes() {
    UsageReport report = new UsageReport(declarations, chosen, () -> part.get().publisher(), audit);
    List<Route> routes = new ArrayList<>(report.routes());
    routes.addAll(
        List.of(
            Route.secure(Route.Method.GET, "/usage", this::show),
            Route.secure(Route.Method.PUT, "/usage/consent", this::agree),
            Route.secure(Route.Method.POST, "/usage/withdrawal", this::withdraw),
            Route.secure(Route.Method.PUT, "/usage/settings", this::keep),
            Route.secure(Route.Method.GET, "/usage/stored", this::stored),
            Route.secure(Route.Method.GET, "/usage/stored/content", this::content)));
    return routes;
  }

  private void show(Call call) throws IOException {
    Optional<Consent> consent = chosen.consent();
    Collection<String> agreed = consent.map(Consent::features).orElse(Set.of());
    List<Declaration> declared = declarations.all();
    JsonObject json = new JsonObject();
    consent.ifPresent(one -> json.add("consent", UsageViews.json(one)));
    json.add("settings", UsageViews.json(chosen.settings()));
    json.add("apps", ErrorViews.list(declared, one -> UsageViews.json(one, agreed)));
    json.addProperty("example", UsageViews.example(declared, today()));
    json.addProperty("files", part.get().files().all().size());
    call.json(json);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void agree(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("kinds", "features"));
    Set<Counting> kinds = kinds(fields);
    Set<String> features = features(fields);
    fields.throwIfWrong();
    Optional<Consent> before = chosen.consent();
    Instant now = clock.instant();
    Consent consent =
        new Consent(
            call.user().name(), now, before.map(Consent::since).orElse(now), kinds, features);
    chosen.agree(consent);
    JsonObject what = new JsonObject();
    before.ifPresent(one -> what.add("before", told(one)));
    what.add("now", told(consent));
    audit.done(call.user(), Deed.USAGE_AGREED, what);
    show(call);
  }

  private static Set<Counting> kinds(Fields fields) {
    Set<Counting> kinds = EnumSet.noneOf(Counting.class);
    for (String id : fields.texts("kinds", Counting.values().length, 1, 40)) {
      Counting.byId(id).ifPresentOrElse(kinds::add, () -> unknownKind(fields));
    }
    if (fields.has("kinds") && !kinds.contains(Counting.FEATURES)) {
      unknownKind(fields);
    }
    return kinds;
  }

  private static void unknownKind(Fields fields) {
    String ids =
        Arrays.stream(Counting.values()).map(Counting::id).collect(Collectors.joining(", "));
    fields.wrong("kinds", "usage-kinds", ids);
  }

  /** Nobody agrees to what no installed app declares. */
  private Set<String> features(Fields fields) {
    Set<String> declared = declarations.features().keySet();
    List<String> given = fields.texts("features", Declarations.MOST, 1, LONGEST_NAME);
    for (int n = 0; n < given.size(); n++) {
      if (!declared.contains(given.get(n))) {
        fields.wrong("features[" + n + "]", "not-declared");
      }
    }
    return Set.copyOf(given);
  }

  /** Features by their number for each app; which they are stands in the consent. */
  private static JsonObject told(Consent consent) {
    Map<String, Integer> numbers = new TreeMap<>();
    consent
        .features()
        .forEach(name -> numbers.merge(name.substring(0, name.lastIndexOf(':')), 1, Integer::sum));
    JsonObject features = new JsonObject();
    numbers.forEach(features::addProperty);
    JsonObject json = new JsonObject();
    json.add("kinds", Audit.array(UsageViews.ids(consent.kinds())));
    json.add("features", features);
    return json;
  }

  private void withdraw(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("delete"));
    Optional<Boolean> deleting = fields.flag("delete");
    fields.require("delete");
    fields.throwIfWrong();
    chosen.withdraw(deleting.orElseThrow());
    part.get().counter().forget();
    JsonObject what = new JsonObject();
    what.addProperty("delete", deleting.get());
    if (deleting.get()) {
      what.addProperty("files", part.get().files().delete(any -> true));
    }
    audit.done(call.user(), Deed.USAGE_WITHDRAWN, what);
    show(call);
  }

  private void keep(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    Optional<UsageSettings> wanted = settings(fields);
    fields.throwIfWrong();
    UsageSettings now = wanted.orElseThrow();
    JsonObject before = UsageViews.json(chosen.settings());
    chosen.keep(now);
    audit.changed(call.user(), Deed.USAGE_SETTINGS_CHANGED, before, UsageViews.json(now));
    show(call);
  }

  /** Empty when a field does not fit. */
  static Optional<UsageSettings> settings(Fields fields) {
    fields.refuseAllBut(Set.of("threshold", "noise", "retentionDays"));
    fields.require("threshold", "retentionDays");
    int least = UsageSettings.LEAST_THRESHOLD;
    Optional<Long> threshold =
        fields.whole("threshold", new Range(least, least, UsageSettings.MOST_THRESHOLD));
    int most = UsageSettings.MOST_DAYS;
    Optional<Long> days = fields.whole("retentionDays", new Range(most, 1, most));
    Optional<String> named = fields.text("noise", 1, 10);
    Optional<UsageSettings.Noise> noise = named.flatMap(UsageSettings.Noise::byId);
    if (named.isPresent() && noise.isEmpty()) {
      fields.wrong(
          "noise",
          "unknown-choice",
          Arrays.stream(UsageSettings.Noise.values())
              .map(UsageSettings.Noise::id)
              .collect(Collectors.joining(", ")));
    }
    return threshold.isPresent() && noise.isPresent() && days.isPresent()
        ? Optional.of(
            new UsageSettings(threshold.get().intValue(), noise.get(), days.get().intValue()))
        : Optional.empty();
  }

  private void stored(Call call) throws IOException {
    JsonArray names = Audit.array(counts.rawNames());
    JsonObject json = new JsonObject();
    json.add("names", names);
    call.json(json);
  }

  /** Byte by byte as it lies on the disk. */
  private void content(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "name");
    String name = asked.required("name", LONGEST_NAME);
    asked.throwIfWrong();
    InputStream found = counts.raw(name).orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
    try (InputStream in = found) {
      Answers.common(call.response());
      call.response().setContentType("application/json");
      if (!call.request().getMethod().equals("HEAD")) {
        in.transferTo(call.response().getOutputStream());
      }
    }
  }
}
