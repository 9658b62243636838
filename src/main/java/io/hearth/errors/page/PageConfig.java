package io.hearth.errors.page;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.hearth.host.Host;
import io.hearth.host.InstalledApp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each page carries for the loader, as {@code PageConfig} in {@code
 * frontend/shared/page-errors.ts} reads it. Every page of the instance pays for its length.
 */
public final class PageConfig {
  private static final String OWN_KEY = "io.hearth";
  private static final Gson GSON = new Gson();

  private final Host host;
  private final Supplier<Watched> watched;
  private final KnownApps apps;
  private final String trackerPath = pathOf("tracker");
  private final String usagePath = pathOf("usage");

  public PageConfig(Host host, Supplier<Watched> watched, KnownApps apps) {
    this.host = host;
    this.watched = watched;
    this.apps = apps;
  }

  /**
   * The products let browsers keep for a year what they ask for below {@code /s/…/_}, whatever
   * stands there: the digest makes it another address when the file is another.
   */
  private static String pathOf(String name) {
    try (InputStream script =
        PageConfig.class.getResourceAsStream("/hearth-page/" + name + ".js")) {
      byte[] content = script == null ? new byte[0] : script.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      String hash = HexFormat.of().formatHex(digest, 0, 8);
      return "/s/" + hash + "/_/download/resources/" + OWN_KEY + ":" + name + "/" + name + ".js";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param counts whether pages count how they are used
   */
  public String json(boolean counts) {
    Watched now = watched.get();
    List<String> installed = installed();
    List<String> wanted = installed.stream().filter(isWatched(now)).toList();
    JsonObject config = new JsonObject();
    if (now.mode() == Watched.Mode.EVERYTHING || !wanted.isEmpty()) {
      config.addProperty("r", stackPattern(now, wanted));
      config.addProperty("t", contextPath() + trackerPath);
      config.addProperty("k", now.instanceKey());
      config.addProperty("a", hashes(wanted, installed));
      if (wanted.size() < installed.size()) {
        config.addProperty("c", wanted.size());
      }
      if (now.mode() == Watched.Mode.EVERYTHING) {
        config.addProperty("e", 1);
      }
      if (!now.keptNoise().isEmpty()) {
        config.add("n", GSON.toJsonTree(now.keptNoise()));
      }
    }
    if (counts) {
      config.addProperty("u", contextPath() + usagePath);
    }
    return GSON.toJson(config);
  }

  private List<String> installed() {
    return apps.all().stream().filter(app -> !app.bundled()).map(InstalledApp::key).toList();
  }

  private static Predicate<String> isWatched(Watched now) {
    return switch (now.mode()) {
      case NONE -> key -> false;
      case THIS_APP -> OWN_KEY::equals;
      case CHOSEN -> now.apps()::contains;
      case ALL_APPS, EVERYTHING -> key -> true;
    };
  }

  private static String hashes(List<String> wanted, List<String> installed) {
    return Stream.concat(wanted.stream(), installed.stream().filter(key -> !wanted.contains(key)))
        .map(KeyHash::of)
        .collect(Collectors.joining());
  }

  /**
   * What the stack of a watched app's error has in it: the address of its resources, or of a batch
   * that holds several apps' files. The tracker looks closer; this only keeps it off most pages.
   */
  private static String stackPattern(Watched now, List<String> wanted) {
    return switch (now.mode()) {
      case EVERYTHING -> "https?:";
      case ALL_APPS ->
          "/download/(contextb|(batch|resources)/(?!(com\\.atlassian|jira|confluence)\\.))";
      default ->
          wanted.stream()
              .map(key -> key.replaceAll("[^\\w-]", "."))
              .collect(
                  Collectors.joining("|", "/download/(contextb|(batch|resources)/(", ")[:/])"));
    };
  }

  private String contextPath() {
    return host.baseUrl().map(url -> url.getRawPath().replaceAll("/+$", "")).orElse("");
  }
}
