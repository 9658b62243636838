package io.hearth.web;

import io.hearth.application.BuiltInRedaction;
import io.hearth.application.RedactionEngine;
import io.hearth.application.SupportZips;
import io.hearth.application.Workplace;
import io.hearth.application.audit.AuditTrail;
import io.hearth.application.redaction.ChosenRedactions;
import io.hearth.application.redaction.LookupTables;
import io.hearth.application.redaction.SupportCases;
import io.hearth.application.redaction.ZipRedactions;
import io.hearth.collectors.Collector;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Item;
import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Option;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import io.hearth.collectors.Scope;
import io.hearth.host.Settings;
import io.hearth.host.TestProduct;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A product with collectors made on the spot, and the app inside. */
final class Instance extends TestProduct implements RequestGuard {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final String TOKEN = "the-session's-token";

  RedactionEngine engine = BuiltInRedaction.standard();
  Entry.Content logs = out -> out.write("a line\n".getBytes(StandardCharsets.UTF_8));
  final List<String> guardCalls = new ArrayList<>();
  private Optional<SupportZips> zips = Optional.empty();

  Instance() {
    super(Path.of("/home"));
    baseUrl = Optional.of(URI.create("https://public.example/jira"));
  }

  SupportZips zips() {
    if (zips.isEmpty()) {
      zips =
          Optional.of(
              new SupportZips(
                  this,
                  collectors(),
                  () -> engine.begin(),
                  new Workplace(true, 1, Thread.MIN_PRIORITY, Duration.ofMinutes(1)),
                  clock(),
                  (what, failure) -> {}));
    }
    return zips.get();
  }

  Api api() {
    Incidents incidents = new Incidents();
    Audit audit = new Audit(new AuditTrail(this, clock()), incidents);
    SupportCases cases = new SupportCases(this, clock());
    LookupTables tables = new LookupTables(this, cases, clock());
    ZipRedactions redactions = new ZipRedactions(new ChosenRedactions(this), cases, tables);
    List<Route> routes = new ArrayList<>(new OpenApi().routes());
    routes.addAll(
        new SupportZipCalls(zips(), redactions, this, clock(), incidents, audit).routes());
    return new Api(gate(), incidents, routes);
  }

  Gate gate() {
    return new Gate(this, this, new Origins(() -> baseUrl));
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private List<Collector> collectors() {
    Option count = new Option("count", 1, 20, 1);
    return List.of(
        made(
            new Item("logs", Set.of(Preset.QUICK, Preset.FULL), Set.of(Reveals.PEOPLE), Cost.NONE),
            out -> logs.write(out)),
        made(
            new Item("dumps", Set.of(Preset.FULL), Set.of(), Cost.PAUSE, List.of(count)),
            out -> {}),
        made(new Item("browser", Set.of(Preset.FULL), Set.of(), Cost.NONE), out -> {}));
  }

  /** An item of one entry; that of the browser holds what a page told. */
  private static Collector made(Item item, Entry.Content content) {
    return new Collector() {
      @Override
      public Item item() {
        return item;
      }

      @Override
      public List<Entry> entries(Scope scope) {
        Map<String, String> told = scope.options().getOrDefault(item.id(), Map.of());
        return List.of(
            new Entry.Made(
                item.id() + ".txt",
                100,
                out -> {
                  content.write(out);
                  out.write(told.toString().getBytes(StandardCharsets.UTF_8));
                }));
      }
    };
  }

  /** A plain ZIP asks for no settings here: its engine is the test's. */
  @Override
  public Settings settings() {
    throw new UnsupportedOperationException();
  }

  @Override
  public URI loginUri(HttpServletRequest request) {
    return URI.create("/jira/login?os_destination=here");
  }

  @Override
  public boolean hasSecureSession(HttpServletRequest request) {
    guardCalls.add("websudo");
    return secureSession;
  }

  @Override
  public void askForPassword(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(302);
    response.setHeader("Location", "/jira/websudo");
  }

  @Override
  public boolean hasValidXsrfToken(HttpServletRequest request) {
    guardCalls.add("xsrf");
    return TOKEN.equals(request.getParameter("atl_token"));
  }

  @Override
  public String xsrfToken(HttpServletRequest request, HttpServletResponse response) {
    return TOKEN;
  }

  @Override
  public String xsrfParameterName() {
    return "atl_token";
  }
}
