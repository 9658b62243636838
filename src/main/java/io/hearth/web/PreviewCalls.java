package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Reason;
import io.hearth.application.SupportZips.Files;
import io.hearth.application.Texts;
import io.hearth.application.audit.Deed;
import io.hearth.application.redaction.ChosenRedactions;
import io.hearth.application.redaction.Previews;
import io.hearth.application.redaction.Previews.Preview;
import io.hearth.application.redaction.Previews.Wanted;
import io.hearth.collectors.Entry;
import io.hearth.redaction.Explained;
import io.hearth.web.Problem.Kind;
import io.hearth.web.RedactionReader.PreviewRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The calls for files before and after redaction. What is shown is never kept nor logged, only who
 * looked at which file.
 */
final class PreviewCalls {

  private static final int MAX_FILES = 500;

  private final Previews previews;
  private final ChosenRedactions chosen;
  private final Audit audit;

  PreviewCalls(Previews previews, ChosenRedactions chosen, Audit audit) {
    this.audit = audit;
    this.previews = previews;
    this.chosen = chosen;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/redaction/files", this::files),
        Route.secure(Route.Method.POST, "/redaction/preview", this::preview));
  }

  private void files(Call call) throws IOException {
    JsonArray items = new JsonArray();
    previews.files().forEach(item -> items.add(item(item, call.texts())));
    JsonObject json = new JsonObject();
    json.add("items", items);
    call.json(json);
  }

  private static JsonObject item(Files item, Texts texts) {
    JsonArray files = new JsonArray();
    for (Entry.FromFile file : item.files()) {
      if (files.size() < MAX_FILES) {
        JsonObject one = new JsonObject();
        one.addProperty("name", file.name());
        one.addProperty("bytes", file.expectedBytes());
        files.add(one);
      }
    }
    JsonObject json = new JsonObject();
    json.addProperty("id", item.item().id());
    json.addProperty("title", texts.text("item." + item.item().id() + ".title"));
    json.add("files", files);
    json.addProperty("more", item.files().size() > MAX_FILES);
    return json;
  }

  private void preview(Call call) throws IOException, Refusal {
    PreviewRequest request = RedactionReader.preview(StrictJson.object(Body.json(call.request())));
    Preview preview =
        previews
            .preview(request.wanted(), request.settings().orElseGet(chosen::read))
            .orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
    told(call, request.wanted());
    JsonObject json = shown(preview);
    preview
        .unreadable()
        .ifPresent(
            why -> json.add("unreadable", shortfall(request.wanted().file(), why, call.texts())));
    call.json(json);
  }

  private void told(Call call, Wanted wanted) {
    JsonObject what = new JsonObject();
    what.addProperty("item", wanted.item());
    what.addProperty("file", wanted.file());
    wanted.supportCase().ifPresent(id -> what.addProperty("case", id));
    audit.done(call.user(), Deed.FILE_PREVIEWED, what);
  }

  private static JsonObject shown(Preview preview) {
    JsonArray lines = new JsonArray();
    Map<String, Long> counts = new TreeMap<>();
    for (Explained line : preview.lines()) {
      lines.add(line(line, preview.numbered()));
      line.replacements().forEach(one -> counts.merge(one.kind().id(), 1L, Long::sum));
    }
    JsonObject byKind = new JsonObject();
    counts.forEach(byKind::addProperty);
    JsonObject learned = new JsonObject();
    learned.addProperty("files", preview.learnedFrom());
    learned.addProperty("complete", preview.learnedAll());
    JsonObject json = new JsonObject();
    json.add("lines", lines);
    json.add("counts", byKind);
    json.addProperty("more", preview.more());
    json.add("learned", learned);
    return json;
  }

  private static JsonObject line(Explained line, boolean numbered) {
    JsonObject json = new JsonObject();
    if (numbered) {
      json.addProperty("number", line.number());
    }
    String text = line.text();
    json.addProperty("text", text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    json.add("findings", RedactionView.findings(line.replacements()));
    if (line.shortened()) {
      json.addProperty("shortened", true);
    }
    return json;
  }

  private static JsonObject shortfall(String name, Reason why, Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("reason", why.id());
    json.addProperty("text", why.text(texts));
    return json;
  }
}
