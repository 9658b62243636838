package io.hearth.web;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.hearth.errors.triage.Card;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Groups as a file, one a line. */
enum ErrorExport {
  JSONL("application/x-ndjson") {
    @Override
    void write(Writer out, List<Card> cards, ErrorViews views, Function<Card, JsonObject> detail)
        throws IOException {
      for (Card card : cards) {
        GSON.toJson(detail.apply(card), out);
        out.write('\n');
      }
    }
  },

  CSV("text/csv") {
    @Override
    void write(Writer out, List<Card> cards, ErrorViews views, Function<Card, JsonObject> detail)
        throws IOException {
      out.write(String.join(",", COLUMNS) + "\r\n");
      for (Card card : cards) {
        JsonObject summary = views.summary(card);
        for (int n = 0; n < COLUMNS.size(); n++) {
          out.write((n == 0 ? "" : ",") + Csv.cell(value(summary, COLUMNS.get(n))));
        }
        out.write("\r\n");
      }
    }
  };

  private static final Gson GSON = new Gson();
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "app.key",
          "type",
          "title",
          "culprit",
          "level",
          "state.status",
          "firstSeen",
          "lastSeen",
          "total",
          "usersToday",
          "release");

  private final String mediaType;

  ErrorExport(String mediaType) {
    this.mediaType = mediaType;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract void write(
      Writer out, List<Card> cards, ErrorViews views, Function<Card, JsonObject> detail)
      throws IOException;

  void write(Call call, List<Card> cards, ErrorViews views, Function<Card, JsonObject> detail)
      throws IOException {
    Answers.common(call.response());
    call.response().setContentType(mediaType);
    call.response().setCharacterEncoding(StandardCharsets.UTF_8.name());
    call.response()
        .setHeader("Content-Disposition", "attachment; filename=\"browser-errors." + id() + "\"");
    if (!call.request().getMethod().equals("HEAD")) {
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(call.response().getOutputStream(), StandardCharsets.UTF_8));
      write(out, cards, views, detail);
      out.flush();
    }
  }

  private static String value(JsonObject summary, String path) {
    JsonElement at = summary;
    for (String name : path.split("\\.")) {
      at = at.getAsJsonObject().get(name);
    }
    return at.getAsString();
  }
}
