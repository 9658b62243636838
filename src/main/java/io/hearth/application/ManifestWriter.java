package io.hearth.application;

import com.google.gson.stream.JsonWriter;
import io.hearth.collectors.TimeWindow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes {@code manifest.json}, entry by entry so that a hundred thousand of them cost no memory.
 * Its schema is docs/manifest.schema.json.
 */
final class ManifestWriter {

  private static final int FORMAT_VERSION = 1;

  private final Texts texts;

  ManifestWriter(Texts texts) {
    this.texts = texts;
  }

  void write(Report report, OutputStream out) throws IOException {
    Writer buffered = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    JsonWriter json = new JsonWriter(buffered);
    json.setIndent("  ");
    json.beginObject();
    json.name("format").value("hearth-support-zip");
    json.name("formatVersion").value(FORMAT_VERSION);
    head(json, report);
    choice(json, report.choice());
    redaction(json, report);
    json.name("entries").beginArray();
    for (EntryResult result : report.results()) {
      entry(json, result);
    }
    json.endArray();
    json.endObject();
    json.flush();
    buffered.write('\n');
    buffered.flush();
  }

  private void head(JsonWriter json, Report report) throws IOException {
    json.name("madeBy").beginObject();
    json.name("name").value("Hearth");
    json.name("version").value(report.version());
    json.name("way").value(report.live() ? "in-product" : "offline");
    json.endObject();
    json.name("startedAt").value(report.startedAt().toString());
    json.name("finishedAt").value(report.finishedAt().toString());
    json.name("product").beginObject();
    json.name("kind").value(Names.of(report.product().kind()));
    json.name("name").value(report.product().name());
    json.name("version").value(report.product().version());
    json.name("build").value(report.product().build());
    json.endObject();
    json.name("node").value(report.node());
    nodes(json, report);
  }

  /** Absent where one node made the ZIP for itself. */
  private void nodes(JsonWriter json, Report report) throws IOException {
    if (report.nodes().isEmpty()) {
      return;
    }
    json.name("nodes").beginArray();
    for (NodeShare share : report.nodes()) {
      json.beginObject();
      json.name("node").value(share.node());
      json.name("state").value(share.absence().isPresent() ? "missing" : "gathered");
      if (share.clockAhead().isPresent()) {
        json.name("clockAheadMs").value(share.clockAhead().get().toMillis());
      }
      if (share.absence().isPresent()) {
        json.name("reason").value(Names.of(share.absence().get()));
        json.name("text").value(texts.text("zip.absence." + Names.of(share.absence().get())));
      }
      json.endObject();
    }
    json.endArray();
  }

  private static void choice(JsonWriter json, Choice choice) throws IOException {
    json.name("choice").beginObject();
    json.name("items").beginArray();
    for (String item : choice.items()) {
      json.value(item);
    }
    json.endArray();
    json.name("maxBytes").value(choice.limits().maxBytes());
    json.name("maxBytesPerItem").value(choice.limits().maxBytesPerItem());
    Optional<Duration> since = choice.limits().since();
    if (since.isPresent()) {
      json.name("since").value(since.get().toString());
    }
    Optional<Duration> maxTime = choice.limits().maxTime();
    if (maxTime.isPresent()) {
      json.name("maxTime").value(maxTime.get().toString());
    }
    Optional<TimeWindow> window = choice.limits().window();
    if (window.isPresent()) {
      moment(json, "from", window.get().from());
      moment(json, "to", window.get().to());
    }
    json.endObject();
  }

  private static void moment(JsonWriter json, String name, Optional<Instant> at)
      throws IOException {
    if (at.isPresent()) {
      json.name(name).value(at.get().toString());
    }
  }

  private static void redaction(JsonWriter json, Report report) throws IOException {
    json.name("redaction").beginObject();
    for (Map.Entry<String, String> fact : new TreeMap<>(report.redaction()).entrySet()) {
      json.name(fact.getKey()).value(fact.getValue());
    }
    json.name("supportCase").value(report.supportCase());
    json.name("learning").beginObject();
    json.name("files").value(report.learning().files());
    json.name("bytes").value(report.learning().bytes());
    json.name("complete").value(report.learning().complete());
    Optional<Learning.Directory> directory = report.learning().directory();
    if (directory.isPresent()) {
      json.name("directory").beginObject();
      json.name("asked").value(directory.get().asked());
      json.name("known").value(directory.get().known());
      json.name("complete").value(directory.get().complete());
      json.endObject();
    }
    json.endObject();
    json.name("replaced");
    counts(json, Outcome.redactions(report.results()));
    if (report.choice().check()) {
      Outcome.Check check = Outcome.check(report.results());
      json.name("check").beginObject();
      json.name("entries").value(check.entries());
      json.name("found").value(check.total());
      json.endObject();
    }
    json.endObject();
  }

  private void entry(JsonWriter json, EntryResult result) throws IOException {
    json.beginObject();
    json.name("name").value(result.name());
    if (!result.item().isEmpty()) {
      json.name("item").value(result.item());
    }
    if (result.source().isPresent()) {
      json.name("source").value(result.source().get());
    }
    if (result instanceof EntryResult.Written written) {
      json.name("state").value(written.cut().isPresent() ? "cut" : "whole");
      json.name("bytesBefore").value(written.bytesBefore());
      json.name("bytesAfter").value(written.bytesAfter());
      json.name("bytesPacked").value(written.bytesPacked());
      json.name("sha256").value(written.sha256());
      json.name("redactions");
      counts(json, written.redactions());
      if (!written.leaks().isEmpty()) {
        json.name("leaks");
        counts(json, written.leaks());
      }
      reason(json, written.cut());
    } else if (result instanceof EntryResult.Missing missing) {
      json.name("state").value("missing");
      reason(json, Optional.of(missing.reason()));
    }
    json.endObject();
  }

  private void reason(JsonWriter json, Optional<Reason> reason) throws IOException {
    if (reason.isPresent()) {
      json.name("reason").value(reason.get().id());
      json.name("text").value(reason.get().text(texts));
    }
  }

  private static void counts(JsonWriter json, Map<String, Long> counts) throws IOException {
    json.beginObject();
    for (Map.Entry<String, Long> count : new TreeMap<>(counts).entrySet()) {
      json.name(count.getKey()).value(count.getValue());
    }
    json.endObject();
  }
}
