package io.hearth.web;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.audit.AuditEntry;
import io.hearth.application.audit.AuditTrail;
import io.hearth.application.audit.Deed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The calls for looking at the audit trail. There is none that changes it. */
final class AuditCalls {

  /** As a file. */
  private enum Form {
    JSONL,
    CSV
  }

  private static final int NAME = 200;
  private static final Gson GSON = new Gson();
  private static final String COLUMNS = "at,node,who,key,did,what";

  private final AuditTrail trail;
  private final Audit audit;

  AuditCalls(AuditTrail trail, Audit audit) {
    this.trail = trail;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/privacy/audit", this::list),
        Route.secure(Route.Method.GET, "/privacy/audit/export", this::export));
  }

  private void list(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "who", "did", "from", "to", "offset", "limit");
    Predicate<AuditEntry> wanted = wanted(asked);
    int offset = asked.offset();
    int limit = asked.limit();
    asked.throwIfWrong();
    List<AuditEntry> all = trail.all();
    List<AuditEntry> found = all.stream().filter(wanted).toList();
    JsonObject json = new JsonObject();
    json.addProperty("total", found.size());
    json.add(
        "entries",
        ErrorViews.list(found.stream().skip(offset).limit(limit).toList(), AuditCalls::json));
    JsonArray people = new JsonArray();
    all.stream().map(AuditEntry::who).distinct().sorted().limit(NAME).forEach(people::add);
    json.add("people", people);
    JsonArray deeds = new JsonArray();
    Stream.of(Deed.values()).map(Deed::id).forEach(deeds::add);
    json.add("deeds", deeds);
    call.json(json);
  }

  private static Predicate<AuditEntry> wanted(ErrorQuery asked) {
    Optional<String> who = asked.optional("who", NAME);
    Optional<Deed> did = asked.chosen("did", Deed.values(), Deed::id);
    var from = asked.time("from");
    var to = asked.time("to");
    return entry ->
        who.filter(name -> !contains(entry.who(), name)).isEmpty()
            && did.filter(deed -> !deed.id().equals(entry.did())).isEmpty()
            && from.filter(entry.at()::isBefore).isEmpty()
            && to.filter(end -> !entry.at().isBefore(end)).isEmpty();
  }

  private static boolean contains(String name, String part) {
    return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static JsonObject json(AuditEntry entry) {
    JsonObject json = new JsonObject();
    json.addProperty("at", entry.at().toString());
    json.addProperty("node", entry.node());
    json.addProperty("who", entry.who());
    json.addProperty("key", entry.key());
    json.addProperty("did", entry.did());
    json.add("what", entry.what());
    return json;
  }

  private void export(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "who", "did", "from", "to", "format");
    Predicate<AuditEntry> wanted = wanted(asked);
    Form form = asked.chosen("format", Form.values(), Names::of).orElse(Form.JSONL);
    asked.throwIfWrong();
    List<AuditEntry> found = trail.all().stream().filter(wanted).toList();
    Answers.common(call.response());
    call.response().setContentType(form == Form.CSV ? "text/csv" : "application/x-ndjson");
    call.response().setCharacterEncoding(StandardCharsets.UTF_8.name());
    call.response()
        .setHeader(
            "Content-Disposition", "attachment; filename=\"audit-trail." + Names.of(form) + "\"");
    if (call.request().getMethod().equals("HEAD")) {
      return;
    }
    audit.done(call.user(), Deed.AUDIT_EXPORTED, "lines", String.valueOf(found.size()));
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(call.response().getOutputStream(), StandardCharsets.UTF_8));
    if (form == Form.CSV) {
      out.write(COLUMNS + "\r\n");
    }
    for (AuditEntry entry : found) {
      out.write(form == Form.CSV ? row(entry) : GSON.toJson(json(entry)) + "\n");
    }
    out.flush();
  }

  private static String row(AuditEntry entry) {
    List<String> cells =
        List.of(
            entry.at().toString(),
            entry.node(),
            entry.who(),
            entry.key(),
            entry.did(),
            GSON.toJson(entry.what()));
    return String.join(",", cells.stream().map(Csv::cell).toList()) + "\r\n";
  }
}
