package io.hearth.web;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.hearth.errors.triage.Card;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One group as a small ZIP for the vendor of its app; whether it is sent is up to a person. */
final class Handover {

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private Handover() {}

  static void write(Call call, Card card, JsonObject detail) throws IOException {
    // What administrators noted, and on which node it was, is the house's own.
    detail.remove("notes");
    detail.getAsJsonArray("samples").forEach(one -> one.getAsJsonObject().remove("node"));
    Answers.common(call.response());
    call.response().setContentType("application/zip");
    call.response()
        .setHeader(
            "Content-Disposition",
            "attachment; filename=\"browser-error-" + card.id().text() + ".zip\"");
    if (call.request().getMethod().equals("HEAD")) {
      return;
    }
    ZipOutputStream zip =
        new ZipOutputStream(call.response().getOutputStream(), StandardCharsets.UTF_8);
    entry(zip, "group.json", GSON.toJson(detail) + "\n");
    entry(zip, "group.txt", text(detail));
    zip.finish();
    zip.flush();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** As a vendor would paste it into an issue. */
  static String text(JsonObject group) {
    StringBuilder text = new StringBuilder();
    line(text, group.get("type").getAsString() + ": " + group.get("title").getAsString());
    line(text, group.getAsJsonObject("app").get("key").getAsString());
    line(
        text,
        group.get("total").getAsString()
            + " times from "
            + group.get("firstSeen").getAsString()
            + " to "
            + group.get("lastSeen").getAsString());
    for (JsonElement sample : group.getAsJsonArray("samples")) {
      JsonObject one = sample.getAsJsonObject();
      line(text, "");
      line(
          text,
          String.join(
              ", ",
              one.get("time").getAsString(),
              one.get("browser").getAsString(),
              one.get("system").getAsString(),
              one.get("appRelease").getAsString()));
      one.getAsJsonArray("exceptions").forEach(each -> exception(text, each.getAsJsonObject()));
    }
    return text.toString();
  }

  private static void exception(StringBuilder text, JsonObject exception) {
    line(text, exception.get("type").getAsString() + ": " + exception.get("value").getAsString());
    for (JsonElement each : exception.getAsJsonArray("frames")) {
      JsonObject frame = each.getAsJsonObject();
      JsonObject place = frame.has("original") ? frame.getAsJsonObject("original") : frame;
      String function = place.has("function") ? place.get("function").getAsString() : "";
      line(
          text,
          "    at "
              + (function.isEmpty() ? "(anonymous)" : function)
              + " ("
              + place.get("file").getAsString()
              + ":"
              + place.get("line").getAsString()
              + ":"
              + place.get("column").getAsString()
              + ")");
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
