package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.application.redaction.LookupTables;
import io.hearth.application.redaction.LookupTables.Match;
import io.hearth.application.redaction.LookupTables.Table;
import io.hearth.application.redaction.SupportCases;
import io.hearth.application.redaction.SupportCases.SupportCase;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls for support cases and for what their pseudonyms stand for. */
final class CaseCalls {

  private static final int MAX_NAME = 80;
  private static final int MAX_PSEUDONYM = 200;

  private final SupportCases cases;
  private final LookupTables tables;
  private final Audit audit;

  CaseCalls(SupportCases cases, LookupTables tables, Audit audit) {
    this.cases = cases;
    this.tables = tables;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/redaction/cases", this::list),
        Route.secure(Route.Method.POST, "/redaction/cases", this::open),
        Route.secure(Route.Method.DELETE, "/redaction/cases/{id}", this::close),
        Route.secure(Route.Method.GET, "/redaction/lookup", this::lookUp),
        Route.secure(Route.Method.GET, "/redaction/lookup/tables", this::tables),
        Route.secure(Route.Method.DELETE, "/redaction/lookup/tables/{id}", this::deleteTable));
  }

  private void list(Call call) throws IOException {
    JsonArray list = new JsonArray();
    cases.all().forEach(one -> list.add(json(one)));
    call.json(wrapped("cases", list));
  }

  private void open(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("name", "lookup"));
    String name = fields.text("name", 1, MAX_NAME).orElse("");
    if (!name.isEmpty() && name.isBlank()) {
      fields.wrong("name", "empty");
    }
    Optional<Boolean> lookup = fields.flag("lookup");
    fields.require("lookup");
    fields.throwIfWrong();
    Optional<SupportCase> opened = cases.open(name.strip(), lookup.orElse(false));
    if (opened.isEmpty()) {
      fields.wrong("name", "cases", SupportCases.MOST);
    }
    fields.throwIfWrong();
    audit.done(call.user(), Deed.SUPPORT_CASE_OPENED, "case", opened.get().id());
    call.created(json(opened.get()));
  }

  private void close(Call call) throws Refusal {
    String id = call.parts().get("id");
    if (!cases.close(id)) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    audit.done(call.user(), Deed.SUPPORT_CASE_CLOSED, "case", id);
    call.done();
  }

  private void lookUp(Call call) throws IOException, Refusal {
    JsonObject query = new JsonObject();
    Optional.ofNullable(call.request().getParameter("pseudonym"))
        .ifPresent(text -> query.addProperty("pseudonym", text));
    Fields fields = Fields.of(query);
    String pseudonym = fields.text("pseudonym", 1, MAX_PSEUDONYM).orElse("");
    if (!pseudonym.isEmpty() && pseudonym.isBlank()) {
      fields.wrong("pseudonym", "empty");
    }
    fields.throwIfWrong();
    JsonArray matches = new JsonArray();
    tables.find(pseudonym).forEach(match -> matches.add(json(match)));
    JsonObject what = new JsonObject();
    what.addProperty("pseudonym", pseudonym);
    what.addProperty("matches", matches.size());
    audit.done(call.user(), Deed.PSEUDONYM_LOOKED_UP, what);
    call.json(wrapped("matches", matches));
  }

  private void tables(Call call) throws IOException {
    JsonArray list = new JsonArray();
    tables.all().forEach(one -> list.add(json(one)));
    call.json(wrapped("tables", list));
  }

  private void deleteTable(Call call) throws Refusal {
    String id = call.parts().get("id");
    if (!tables.delete(id)) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    audit.done(call.user(), Deed.LOOKUP_TABLE_DELETED, "table", id);
    call.done();
  }

  private static JsonObject wrapped(String name, JsonArray list) {
    JsonObject json = new JsonObject();
    json.add(name, list);
    return json;
  }

  private static JsonObject json(SupportCase one) {
    JsonObject json = new JsonObject();
    json.addProperty("id", one.id());
    json.addProperty("name", one.name());
    json.addProperty("openedAt", one.openedAt().toString());
    json.addProperty("zips", one.zips());
    json.addProperty("lookup", one.lookup());
    return json;
  }

  private static JsonObject json(Table one) {
    JsonObject json = new JsonObject();
    json.addProperty("id", one.id());
    json.addProperty("name", one.name());
    json.addProperty("createdAt", one.createdAt().toString());
    json.addProperty("values", one.values());
    one.deletedAt().ifPresent(end -> json.addProperty("deletedAt", end.toString()));
    return json;
  }

  private static JsonObject json(Match match) {
    JsonObject json = new JsonObject();
    json.addProperty("value", match.value());
    json.addProperty("kind", match.kind());
    json.addProperty("table", match.table());
    return json;
  }
}
