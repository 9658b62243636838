package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.host.InstalledApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestCallsTest {

  @TempDir Path home;
  private RedactionInstance instance;

  @BeforeEach
  void start() throws IOException {
    instance = new RedactionInstance(home);
    instance.installed.add(
        new InstalledApp("com.acme.app", "Acme", "1.0", "Acme", "enabled", false));
    assertEquals(200, instance.put("/errors/settings", ErrorCallsTest.SETTINGS).status());
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  private void happens(String value, String function) throws IOException {
    instance.time.now = instance.time.now.plus(Duration.ofMinutes(1));
    ErrorCallsTest.happens(instance, value, function, "1.0");
  }

  private List<JsonObject> lines(Optional<Instant> looked) throws IOException {
    Exchange exchange = Exchange.get("/digest");
    if (looked.isPresent()) {
      exchange = exchange.query("errors", looked.get().toString());
    }
    return fits(instance.send(exchange).json(), "Digest").getAsJsonArray("lines").asList().stream()
        .map(one -> one.getAsJsonObject())
        .toList();
  }

  private static String told(List<JsonObject> lines) {
    return String.join(
        " ",
        lines.stream()
            .map(
                line ->
                    line.get("id").getAsString()
                        + "="
                        + line.get("count").getAsLong()
                        + "/"
                        + line.get("fresh").getAsLong())
            .toList());
  }

  @Test
  void newOnesAreToldAndWhichOfThemCameSinceSomebodyLooked() throws IOException {
    assertEquals("", told(lines(Optional.empty())));
    happens("board broke", "showBoard");
    Instant looked = instance.time.now;
    happens("sprint broke", "showSprint");
    happens("sprint broke", "showSprint");
    assertEquals("errors-new=2/2 errors-frequent=2/0", told(lines(Optional.empty())));
    assertEquals("errors-new=2/1 errors-frequent=2/0", told(lines(Optional.of(looked))));
    JsonObject frequent = lines(Optional.empty()).get(1);
    assertEquals("sprint broke", frequent.get("name").getAsString());
    assertTrue(frequent.get("place").getAsString().matches("/group/[0-9a-f]{16}"));
  }

  @Test
  void whatIsOldOrIgnoredIsNoNewsAndWhatComesBackIs() throws IOException {
    happens("board broke", "showBoard");
    String id = lines(Optional.empty()).get(1).get("place").getAsString().substring(7);
    instance.post("/error-groups/state", "{\"ids\":[\"" + id + "\"],\"status\":\"resolved\"}");
    assertEquals("", told(lines(Optional.empty())));
    happens("board broke", "showBoard");
    assertEquals("errors-regressed=1/1", told(lines(Optional.empty())));
    assertEquals("errors-regressed=1/0", told(lines(Optional.of(instance.time.now))));
    instance.time.now = instance.time.now.plus(Duration.ofDays(8));
    assertEquals("", told(lines(Optional.empty())));
  }

  @Test
  void nobodyWatchedIsSaid() throws IOException {
    instance.put("/errors/settings", ErrorCallsTest.SETTINGS.replace("all-apps", "none"));
    assertEquals("errors-off=0/0", told(lines(Optional.empty())));
  }

  @Test
  void aTimeThatIsNoneIsRefused() throws IOException {
    Exchange answer = instance.send(Exchange.get("/digest").query("errors", "yesterday"));
    assertEquals(List.of("errors"), Exchange.fields(answer.json()));
  }

  @Test
  void onePartThatFailsKeepsNoOtherFromTelling() throws IOException {
    DigestSource broken =
        new DigestSource() {
          @Override
          public String page() {
            return "broken";
          }

          @Override
          public List<DigestLine> lines(Instant looked) {
            throw new IllegalStateException();
          }
        };
    happens("board broke", "showBoard");
    List<DigestSource> sources = List.of(broken, instance.errors.digest());
    Api api =
        new Api(
            instance.gate(),
            new Incidents(),
            new DigestCalls(sources, new Incidents(), Clock.systemUTC()).routes());
    JsonObject answer = Exchange.get("/digest").through(api).json();
    assertEquals(2, answer.getAsJsonArray("lines").size());
  }

  private JsonObject badge() {
    MenuBadge badge =
        new MenuBadge(instance, instance.errors.digest(), new Incidents(), instance.time);
    return JsonParser.parseString(badge.json()).getAsJsonObject();
  }

  @Test
  void theMenuOfASystemAdministratorCarriesTimesAndNobodyElses() throws IOException {
    happens("board broke", "showBoard");
    long first = instance.time.now.getEpochSecond();
    happens("sprint broke", "showSprint");
    assertEquals("[" + (first + 60) + "," + first + "]", badge().get("t").toString());
    instance.systemAdministrator = false;
    assertEquals("{}", badge().toString());
    instance.user = Optional.empty();
    assertEquals("{}", badge().toString());
  }

  @Test
  void theMenuStandsWhateverFails() throws IOException {
    instance.errors.close();
    assertEquals("{}", badge().toString());
  }
}
