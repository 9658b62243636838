package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.application.SupportZips;
import io.hearth.application.Workplace;
import io.hearth.application.audit.AuditTrail;
import io.hearth.application.redaction.ChosenRedactions;
import io.hearth.application.redaction.LookupTables;
import io.hearth.application.redaction.Previews;
import io.hearth.application.redaction.SupportCases;
import io.hearth.application.redaction.ZipRedactions;
import io.hearth.cluster.Nodes;
import io.hearth.collections.Cluster;
import io.hearth.collections.Room;
import io.hearth.collections.StoredZips;
import io.hearth.collectors.Collectors;
import io.hearth.egress.Destinations;
import io.hearth.egress.Outgoing;
import io.hearth.host.MovedClock;
import io.hearth.host.TestProduct;
import io.hearth.reports.Courier;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A product of real folders with real collectors, and the app's calls for redaction inside. */
final class RedactionInstance extends TestProduct implements AutoCloseable {

  final MovedClock time;
  final ErrorsPart errors;
  final ReportsPart reports;
  final ReportIngest reportIngest;
  final UsagePart usage;
  final UsageIngest usageIngest;
  final PrivacyPart privacy;
  final List<SettingsSection> sections = new ArrayList<>();

  /** What the machine's own counter has counted; a clock that is moved does not move it. */
  long nanos;

  final StoredZips stored;
  private final Outgoing outgoing;
  private final Api api;

  RedactionInstance(Path home) {
    this(home, "node1", new MovedClock(), new HashMap<>());
  }

  /** Another node of the same cluster. */
  RedactionInstance(RedactionInstance first, String node) {
    this(first.home, node, first.time, first.kept);
  }

  private RedactionInstance(Path home, String node, MovedClock time, Map<String, String> kept) {
    super(home, kept);
    this.node = node;
    this.time = time;
    ChosenRedactions chosen = new ChosenRedactions(this);
    SupportZips zips =
        new SupportZips(
            this,
            Collectors.all(),
            chosen.engine(),
            new Workplace(true, 1, Thread.MIN_PRIORITY, Duration.ofMinutes(1)),
            time,
            (what, failure) -> {});
    SupportCases cases = new SupportCases(this, time);
    LookupTables tables = new LookupTables(this, cases, time);
    Incidents incidents = new Incidents();
    AuditTrail trail = new AuditTrail(this, time);
    Audit audit = new Audit(trail, incidents);
    ZipRedactions redactions = new ZipRedactions(chosen, cases, tables);
    List<Route> routes = new ArrayList<>(new OpenApi().routes());
    routes.addAll(new SupportZipCalls(zips, redactions, this, time, incidents, audit).routes());
    Nodes nodes =
        new Nodes(
            () -> PrivateFolder.nodesIn(layout().sharedHome()), this::nodeId, time, () -> nanos);
    stored =
        new StoredZips(
            this,
            zips,
            Room.standard(),
            Cluster.of(nodes, ZipRedactions::part),
            time,
            (what, failure) -> {},
            new StoredZipAudit(audit));
    ZipOrders orders = new ZipOrders(redactions, this, time);
    WatchPart watch = new WatchPart(stored, zips, orders, audit, incidents);
    routes.addAll(watch.routes());
    ChosenReceivers receivers = new ChosenReceivers(settings());
    routes.addAll(new ReceiverCalls(receivers, audit).routes());
    routes.addAll(
        new StoredZipCalls(stored, zips, orders, new StoredZipEvents(stored), incidents, audit)
            .routes());
    routes.addAll(new HandOverCalls(stored, audit).routes());
    routes.addAll(new RedactionCalls(chosen, audit).routes());
    routes.addAll(new PreviewCalls(new Previews(this, zips, cases, time), chosen, audit).routes());
    routes.addAll(new CaseCalls(cases, tables, audit).routes());
    Destinations destinations = new Destinations(settings(), time);
    routes.addAll(new DestinationCalls(destinations, audit).routes());
    outgoing = new Outgoing(destinations);
    errors = new ErrorsPart(this, time, incidents, destinations, outgoing);
    routes.addAll(errors.routes(audit));
    reports =
        new ReportsPart(
            this, time, destinations, outgoing, Courier.Pace.USUAL, other -> false, incidents);
    routes.addAll(reports.routes(errors::board, errors::appName, audit));
    reportIngest = reports.ingest(gate(), incidents);
    usage = new UsagePart(this, time, incidents);
    routes.addAll(usage.routes(audit));
    usageIngest = new UsageIngest(usage::intake, this, gate().origins(), incidents);
    privacy =
        new PrivacyPart(
            this,
            nodes,
            new PrivacyPart.Time(time, () -> nanos, pause -> {}),
            incidents,
            trail,
            audit,
            List.of(
                around -> List.of(stored.kind()),
                KeptSupport.of(cases, tables),
                errors::kinds,
                around -> reports.kinds(),
                usage::kinds,
                KeptSettings.of(settings())));
    routes.addAll(privacy.routes(this, destinations, trail, time));
    sections.add(errors.settings());
    sections.addAll(usage.settings());
    sections.add(reports.settings());
    sections.add(RedactionReader.section(chosen));
    sections.add(watch.settings());
    sections.add(ReceiverCalls.section(receivers));
    sections.addAll(privacy.settings(this, time));
    sections.add(DestinationCalls.section(destinations));
    AllSettings all = new AllSettings(sections, settings());
    routes.addAll(new SettingsCalls(all, audit).routes());
    FirstRunCalls.Standing standing =
        new FirstRunCalls.Standing(usage::counting, destinations::confirmed);
    routes.addAll(new FirstRunCalls(new FirstRun(settings(), time), all, standing, audit).routes());
    routes.addAll(new DigestCalls(List.of(errors.digest()), incidents, time).routes());
    api = new Api(gate(), incidents, routes);
  }

  @Override
  public void close() {
    usage.close();
    errors.close();
    stored.close();
    outgoing.close();
  }

  Gate gate() {
    return new Gate(this, guard(), new Origins(this::baseUrl));
  }

  private RequestGuard guard() {
    return (RequestGuard)
        Proxy.newProxyInstance(
            RequestGuard.class.getClassLoader(),
            new Class<?>[] {RequestGuard.class},
            (proxy, method, args) ->
                method.getReturnType() == String.class
                    ? method.getName()
                    : (Object) (method.getName().equals("hasSecureSession") && secureSession));
  }

  Path write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  Exchange get(String path) throws IOException {
    return Exchange.get(path).through(api);
  }

  Exchange send(Exchange exchange) throws IOException {
    return exchange.through(api);
  }

  Exchange post(String path, JsonElement json) throws IOException {
    return Exchange.post(path, json.toString()).through(api);
  }

  Exchange post(String path, String json) throws IOException {
    return Exchange.post(path, json).through(api);
  }

  /** The audit trail's lines. */
  String audited() throws IOException {
    return Files.readString(home.resolve("hearth/nodes/" + node + "/audit.jsonl"));
  }

  static Exchange changing(String method, String path) {
    return Exchange.of(method, path)
        .header("X-Atlassian-Token", "no-check")
        .header("Origin", "http://jira.example:8080");
  }

  Exchange delete(String path) throws IOException {
    return send(changing("DELETE", path));
  }

  Exchange put(String path, String json) throws IOException {
    return send(changing("PUT", path).body("application/json", json));
  }

  /** Fails unless the answer has all that the schema of the contract requires, and nothing else. */
  static JsonObject fits(JsonObject answer, String schema) {
    new Contract().check(answer, schema);
    return answer;
  }

  /** As much of JSON Schema as the schemas of answers use. */
  private static final class Contract {
    private final JsonObject schemas;

    Contract() {
      try (InputStream in = Contract.class.getResourceAsStream("/openapi/hearth-v1.json")) {
        schemas =
            JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonObject("components")
                .getAsJsonObject("schemas");
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    void check(JsonElement value, String schema) {
      check(value, schemas.getAsJsonObject(schema), schema);
    }

    private void check(JsonElement value, JsonObject schema, String path) {
      if (schema.has("$ref")) {
        String name = schema.get("$ref").getAsString();
        check(value, schemas.getAsJsonObject(name.substring(name.lastIndexOf('/') + 1)), path);
        return;
      }
      switch (schema.get("type").getAsString()) {
        case "object" -> object(value.getAsJsonObject(), schema, path);
        case "array" -> {
          JsonArray array = value.getAsJsonArray();
          require(
              !schema.has("maxItems") || array.size() <= schema.get("maxItems").getAsInt(), path);
          array.forEach(one -> check(one, schema.getAsJsonObject("items"), path + "[]"));
        }
        case "string" -> string(value, schema, path);
        case "integer" ->
            require(
                value.getAsLong()
                    >= (schema.has("minimum") ? schema.get("minimum").getAsLong() : Long.MIN_VALUE),
                path);
        case "boolean" -> require(value.getAsJsonPrimitive().isBoolean(), path);
        default -> throw new AssertionError("a type not checked here: " + path);
      }
    }

    private void object(JsonObject value, JsonObject schema, String path) {
      if (schema.has("required")) {
        schema
            .getAsJsonArray("required")
            .forEach(name -> require(value.has(name.getAsString()), path + "." + name));
      }
      JsonObject known =
          schema.has("properties") ? schema.getAsJsonObject("properties") : new JsonObject();
      JsonElement others = schema.get("additionalProperties");
      for (String name : value.keySet()) {
        if (known.has(name)) {
          check(value.get(name), known.getAsJsonObject(name), path + "." + name);
        } else if (others.isJsonObject()) {
          check(value.get(name), others.getAsJsonObject(), path + "." + name);
        } else {
          require(others.getAsBoolean(), path + "." + name + " is not in the contract");
        }
      }
    }

    private void string(JsonElement value, JsonObject schema, String path) {
      require(value.getAsJsonPrimitive().isString(), path);
      String text = value.getAsString();
      require(
          !schema.has("minLength") || text.length() >= schema.get("minLength").getAsInt(), path);
      require(!schema.has("pattern") || text.matches(schema.get("pattern").getAsString()), path);
      require(
          !schema.has("enum") || schema.getAsJsonArray("enum").contains(value), path + ": " + text);
    }

    private static void require(boolean holds, String what) {
      if (!holds) {
        throw new AssertionError("not as in the contract: " + what);
      }
    }
  }
}
