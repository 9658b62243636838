package io.hearth.errors.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.errors.intake.tool.BenchIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that identifies is in any file below the store, wherever in the protocol it came. */
class MarkedValuesTest {

  private static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; MarkedAgent) AppleWebKit/537.36 Chrome/140.0.0.0";

  /** Of each kind one, with what of it must not be found. */
  private static final Map<String, List<String>> MARKED =
      Map.of(
          "user jane.markeduser@marked-mail.example",
          List.of("markeduser", "marked-mail"),
          "client 198.51.100.77",
          List.of("198.51.100.77"),
          AGENT,
          List.of("MarkedAgent"),
          "Cookie: JSESSIONID=MARKEDCOOKIE5F2A9C",
          List.of("MARKEDCOOKIE"),
          "https://jira.acme.example/browse?token=MARKEDQUERY77&user=x#MARKEDHASH",
          List.of("MARKEDQUERY", "MARKEDHASH"),
          "password=MarkedSecret9",
          List.of("MarkedSecret9"));

  @TempDir Path work;

  /** An event with every field that the protocol has, each of it the value. */
  private static JsonObject event(String value) {
    String all =
        "{'event_id':'V','timestamp':'V','platform':'V','logger':'V','transaction':'V',"
            + "'server_name':'V','release':'V','dist':'V','environment':'V','culprit':'V',"
            + "'modules':{'V':'V'},'extra':{'V':'V','a':['V']},'fingerprint':['V'],"
            + "'tags':{'V':'V','url':'V','hearth.app':'io.hearth','hearth.feature':'V',"
            + "'hearth.release':'V'},'message':'V','logentry':{'message':'V','formatted':'V',"
            + "'params':['V']},'user':{'id':'V','username':'V','email':'V','ip_address':'V',"
            + "'name':'V','geo':{'city':'V'}},'request':{'url':'V','method':'V','data':'V',"
            + "'query_string':'V','cookies':'V','headers':{'User-Agent':'V','Referer':'V',"
            + "'Cookie':'V'},'env':{'REMOTE_ADDR':'V'}},'contexts':{'browser':{'name':'V'},"
            + "'culture':{'locale':'V'},'V':{'V':'V'}},'sdk':{'name':'V','version':'V'},"
            + "'exception':{'values':[{'type':'V','value':'V','module':'V','thread_id':'V',"
            + "'mechanism':{'type':'V','description':'V','data':{'V':'V'},'handled':false},"
            + "'stacktrace':{'registers':{'V':'V'},'frames':[{'function':'V','raw_function':'V',"
            + "'filename':'V','abs_path':'V','module':'V','package':'V','lineno':1,'colno':2,"
            + "'context_line':'V','pre_context':['V'],'post_context':['V'],'vars':{'V':'V'}}]}}]},"
            + "'threads':{'values':[{'name':'V'}]},'debug_meta':{'images':[{'code_file':'V'}]},"
            + "'breadcrumbs':[{'type':'V','category':'V','message':'V','level':'V',"
            + "'timestamp':'V','data':{'url':'V','method':'V','to':'V','arguments':['V']}}]}";
    return filled(JsonParser.parseString(all.replace('\'', '"')), value).getAsJsonObject();
  }

  private static JsonElement filled(JsonElement in, String value) {
    if (in.isJsonObject()) {
      JsonObject out = new JsonObject();
      in.getAsJsonObject()
          .entrySet()
          .forEach(
              one ->
                  out.add(
                      one.getKey().equals("V") ? value : one.getKey(),
                      filled(one.getValue(), value)));
      return out;
    }
    if (in.isJsonArray()) {
      JsonArray out = new JsonArray();
      in.getAsJsonArray().forEach(one -> out.add(filled(one, value)));
      return out;
    }
    boolean marked = in.getAsJsonPrimitive().isString() && in.getAsString().equals("V");
    return marked ? new com.google.gson.JsonPrimitive(value) : in;
  }

  private static List<String> envelopes(String value) {
    JsonObject header = new JsonObject();
    for (String name : List.of("event_id", "sent_at", "dsn", "trace", "sdk")) {
      header.addProperty(name, value);
    }
    List<String> all = new ArrayList<>();
    JsonObject whole = event(value);
    // The rules may take a whole event for another: each field of it also comes alone.
    all.add(envelope(header, "event", whole));
    for (String name : whole.keySet()) {
      JsonObject alone =
          JsonParser.parseString("{\"tags\":{\"hearth.app\":\"io.hearth\"}}").getAsJsonObject();
      alone.add(name, whole.get(name));
      all.add(envelope(header, "event", alone));
    }
    JsonObject report = new JsonObject();
    JsonArray discarded = new JsonArray();
    JsonObject lost = new JsonObject();
    lost.addProperty("reason", value);
    lost.addProperty("category", "error");
    lost.addProperty("quantity", 3);
    discarded.add(lost);
    report.add("discarded_events", discarded);
    all.add(envelope(header, "client_report", report));
    for (String type : List.of("feedback", "user_report", "session", "attachment", value)) {
      all.add(envelope(header, type, whole));
    }
    return all;
  }

  private static String envelope(JsonObject header, String type, JsonObject payload) {
    JsonObject item = new JsonObject();
    item.addProperty("type", type);
    item.addProperty("filename", "x");
    return header + "\n" + item + "\n" + payload + "\n";
  }

  @Test
  void noFileBelowTheStoreHoldsAMarkedValue() throws IOException {
    long taken = 0;
    try (BenchIntake intake = new BenchIntake(work)) {
      for (String value : MARKED.keySet()) {
        for (String envelope : envelopes(value)) {
          int status =
              intake.take(envelope.getBytes(UTF_8), "", "MARKEDSESSION" + taken, AGENT).status();
          assertEquals(200, status, envelope);
          taken++;
        }
      }
      assertTrue(intake.archive().view().groups().size() > 10, "something is stored");
      intake.archive().view().groups().forEach(one -> intake.archive().samples(one.id()));
    }
    String stored = stored();
    assertTrue(stored.contains("Chrome 140"), "the browser is there as family and version");
    for (List<String> parts : MARKED.values()) {
      for (String part : parts) {
        assertAbsent(stored, part);
      }
    }
    assertAbsent(stored, "MARKEDSESSION");
    assertAbsent(stored, "10.0.0.1");
  }

  private static void assertAbsent(String stored, String part) {
    int at = stored.toLowerCase(Locale.ROOT).indexOf(part.toLowerCase(Locale.ROOT));
    assertFalse(
        at >= 0,
        () ->
            part
                + " in …"
                + stored.substring(Math.max(0, at - 200), Math.min(stored.length(), at + 60)));
  }

  private String stored() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(file).append('\n').append(Files.readString(file, ISO_8859_1));
      }
    }
    return all.toString();
  }
}
