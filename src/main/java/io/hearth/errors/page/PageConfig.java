package io.hearth.errors.page;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.hearth.host.Host;
import io.hearth.host.InstalledApp;
import io.hearth.host.PageScript;
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
  private final PageScript tracker = new PageScript("tracker");
  private final PageScript usage = new PageScript("usage");

  public PageConfig(Host host, Supplier<Watched> watched, KnownApps apps) {
    this.host = host;
    this.watched = watched;
    this.apps = apps;
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
      config.addProperty("t", tracker.address(host));
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
      config.addProperty("u", usage.address(host));
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
}
