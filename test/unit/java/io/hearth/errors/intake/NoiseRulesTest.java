package io.hearth.errors.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.errors.envelope.EnvelopeReader;
import io.hearth.errors.event.ErrorEvent;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseRulesTest {

  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";

  private static final String SCRIPT = "https://jira.acme.com/s/1/_/download/batch/a.b:c/main.js";

  /** As it leaves an envelope; {@code files} outermost first, as the protocol has them. */
  private static ErrorEvent event(String type, String message, String... files) throws Exception {
    JsonArray frames = new JsonArray();
    for (String file : files) {
      JsonObject frame = new JsonObject();
      frame.addProperty("function", "render");
      frame.addProperty("filename", file);
      frames.add(frame);
    }
    JsonObject stack = new JsonObject();
    stack.add("frames", frames);
    JsonObject thrown = new JsonObject();
    thrown.addProperty("type", type);
    thrown.addProperty("value", message);
    thrown.add("stacktrace", stack);
    JsonArray values = new JsonArray();
    values.add(thrown);
    JsonObject event = new JsonObject();
    event.add("exception", values);
    byte[] envelope = ("{}\n{\"type\":\"event\"}\n" + event + "\n").getBytes(UTF_8);
    return EnvelopeReader.read(new ByteArrayInputStream(envelope), "", () -> true).events().get(0);
  }

  @TestFactory
  List<DynamicTest> examplesOfTheFile() {
    List<DynamicTest> tests = new ArrayList<>();
    for (NoiseFile.Example one : NoiseFile.read().examples()) {
      Optional<Noise> expected = one.hit() ? Optional.of(one.noise()) : Optional.empty();
      tests.add(
          DynamicTest.dynamicTest(
              one.type() + ": " + one.message(),
              () ->
                  assertEquals(expected, NoiseRules.of(event(one.type(), one.message()), CHROME))));
    }
    assertTrue(tests.size() > 80, "examples: " + tests.size());
    return tests;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chrome-extension://aapbdbdomjkkjkaonfhkkikfgjllcleb/content.js",
        "chrome://global/content/x.js",
        "moz-extension://0f4a8d2e-22b4-4e3c-8c05-a8b5ba6e2c4a/inject.js",
        "safari-extension://com.acme-ABC/x.js",
        "safari-web-extension://0F4A8D2E/x.js",
        "webkit-masked-url://hidden/",
        "https://gc.kis.v2.scr.kaspersky-labs.com/E3E8934C-235A/main.js",
        "https://webappstoolbarba.texthelp.com/x.js",
        "https://graph.facebook.com/x.js",
        "https://connect.facebook.net/en_US/sdk.js",
        "http://eatdifferent.com.woopra-ns.com/x.js",
        "https://static.woopra.com/js/x.js",
        "http://127.0.0.1:4001/isrunning",
        "http://metrics.itunes.apple.com.edgesuite.net/x.js",
      })
  void anErrorInnermostInAScriptOfAnExtensionIsNoise(String file) throws Exception {
    assertEquals(
        Optional.of(Noise.EXTENSIONS),
        NoiseRules.of(event("TypeError", "x is null", SCRIPT, file), CHROME));
    assertEquals(
        Optional.empty(),
        NoiseRules.of(event("TypeError", "x is null", file, SCRIPT), CHROME),
        "an extension that only calls is none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "true  | Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "true  | Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0)",
        "true  | Mozilla/5.0 (compatible; Baiduspider/2.0)",
        "true  | facebookexternalhit/1.1",
        "true  | Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
        "true  | Mozilla/5.0 Chrome/61.0 Safari/537.36 PingdomPageSpeed/1.0 (pingbot/2.0)",
        "true  | Mozilla/5.0 (Windows NT 10.0) Slackbot-LinkExpanding 1.0",
        "false | Mozilla/5.0 (Linux; Android 11; CUBOT NOTE 20) Chrome/140.0.0.0 Mobile Safari",
        "false | Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0.0.0 Safari/537.36",
        "false | Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
        "false | Mozilla/5.0 (Linux; Android 13; Botswana Telecom) Chrome/140.0.0.0",
        "false | ''",
      })
  void crawlersAreToldFromPeople(boolean crawler, String agent) throws Exception {
    assertEquals(
        crawler ? Optional.of(Noise.CRAWLERS) : Optional.empty(),
        NoiseRules.of(event("TypeError", "x is null", SCRIPT), agent));
  }

  @Test
  void anEventThatTellsNothingIsNoise() throws Exception {
    assertEquals(Optional.of(Noise.SCRIPT_ERRORS), NoiseRules.of(event("", ""), CHROME));
    assertEquals(Optional.empty(), NoiseRules.of(event("", "", SCRIPT), CHROME));
  }

  @Test
  void noneOfFiveHundredTrueErrorsIsLost() throws Exception {
    List<String> lost = new ArrayList<>();
    List<TrueErrors.One> all = TrueErrors.all();
    for (TrueErrors.One one : all) {
      String[] files =
          one.calledByExtension()
              ? new String[] {"moz-extension://1/a.js", SCRIPT}
              : new String[] {SCRIPT};
      NoiseRules.of(event(one.type(), one.message(), files), CHROME)
          .ifPresent(noise -> lost.add(noise + ": " + one));
    }
    assertTrue(all.stream().distinct().count() >= 500, "only " + all.size());
    assertEquals(List.of(), lost);
  }
}
