package io.hearth.errors.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import io.hearth.errors.page.Watched.Mode;
import io.hearth.host.InstalledApp;
import io.hearth.host.TestProduct;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PageConfigTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final String BATCH = "/s/1-CDN/1/1/_/download/batch/";

  @TempDir Path home;
  private TestProduct product;

  @BeforeEach
  void install() {
    product = new TestProduct(home);
    product.installed.add(app("com.atlassian.product.part", true));
    product.installed.add(app("com.example.board", false));
    product.installed.add(app("io.hearth", false));
  }

  private static InstalledApp app(String key, boolean bundled) {
    return new InstalledApp(key, key, "1.0", "Vendor", "enabled", bundled);
  }

  private String json(Mode mode, String... apps) {
    Watched watched = new Watched(mode, Set.of(apps), List.of(), KEY);
    return new PageConfig(product, () -> watched, new KnownApps(product, CLOCK)).json(false);
  }

  private Map<?, ?> config(Mode mode, String... apps) {
    return new Gson().fromJson(json(mode, apps), Map.class);
  }

  private boolean fits(Mode mode, String stack) {
    return Pattern.compile(config(mode, "com.example.board").get("r").toString())
        .matcher(stack)
        .find();
  }

  /** The same values stand in attribution.test.ts. */
  @ParameterizedTest
  @CsvSource({"io.hearth,mqe", "com.example.board,4P8", "'',L2C"})
  void keysAreHashedAsTheTrackerDoes(String key, String hash) {
    assertEquals(hash, KeyHash.of(key));
  }

  @Test
  void pagesCarryNothingWhenNothingIsWatched() {
    assertEquals("{}", json(Mode.NONE));
    assertEquals("{}", json(Mode.CHOSEN, "not.installed"));
  }

  @Test
  void watchedAppsComeFirstAmongTheInstalledOnes() {
    assertEquals("mqe4P8", config(Mode.THIS_APP).get("a"));
    assertEquals(1.0, config(Mode.THIS_APP).get("c"));
    assertEquals("4P8mqe", config(Mode.CHOSEN, "com.example.board").get("a"));
    assertEquals("4P8mqe", config(Mode.ALL_APPS).get("a"));
    assertFalse(config(Mode.ALL_APPS).containsKey("c"));
    assertEquals(1.0, config(Mode.EVERYTHING).get("e"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"CHOSEN", "ALL_APPS", "EVERYTHING"})
  void stacksOfWatchedAppsAndOfBatchesFitThePattern(Mode mode) {
    assertTrue(fits(mode, "http://a" + BATCH + "com.example.board:main/x.js"));
    assertTrue(fits(mode, "http://a/jira/download/resources/com.example.board:main/x.js"));
    assertTrue(fits(mode, "http://a/s/1/_/download/contextbatch/js/atl.general/batch.js"));
  }

  @Test
  void stacksOfOthersDoNotFitThePattern() {
    assertFalse(fits(Mode.CHOSEN, BATCH + "io.hearth:main/x.js"));
    assertFalse(fits(Mode.ALL_APPS, BATCH + "com.atlassian.jira:main/x.js"));
    assertFalse(fits(Mode.EVERYTHING, "chrome-extension://abc/x.js"));
  }

  @Test
  void theTrackerIsBelowTheContextPathAtAnAddressForItsContent() {
    product.baseUrl = Optional.of(URI.create("https://jira.example.com/jira/"));
    String address = config(Mode.ALL_APPS).get("t").toString();
    assertTrue(
        address.matches(
            "/jira/s/[0-9a-f]{16}/_/download/resources/io\\.hearth:tracker/tracker\\.js"),
        address);
  }

  @Test
  void pagesCarryFewBytesForThirtyApps() {
    for (int i = 0; i < 28; i++) {
      product.installed.add(app("com.vendor" + i + ".of.some.length", false));
    }
    int bytes = json(Mode.ALL_APPS).length();
    assertTrue(bytes <= 320, bytes + " bytes");
  }

  @Test
  void theInstanceKeyIsMadeOnceAndKept() {
    String first = new InstanceKey(product.settings(), new SecureRandom()).text();
    assertTrue(first.matches("[0-9a-f]{32}"), first);
    assertEquals(first, new InstanceKey(product.settings(), new SecureRandom()).text());
  }
}
