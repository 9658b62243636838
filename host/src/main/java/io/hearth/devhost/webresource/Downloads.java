package io.hearth.devhost.webresource;

import io.hearth.devhost.apps.RunningApp;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what an address under {@code /download/} means. Only names that a descriptor gives are
 * found, and the content comes out of the app's archive, so no address leads anywhere else.
 */
record Downloads(Catalog catalog, List<RunningApp> apps) {
  private static final Pattern CONTEXT_BATCH =
      Pattern.compile("/download/contextbatch/(css|js)/([^/]+)/batch\\.\\1");
  private static final Pattern BATCH =
      Pattern.compile("/download/batch/([^/:]+:[^/:]+)/\\1\\.(css|js)");
  private static final Pattern FILE = Pattern.compile("/download/resources/([^/:]+:[^/:]+)/(.+)");
  private static final Pattern APP_FILE = Pattern.compile("/download/resources/([^/:]+)/(.+)");

  Optional<Content> content(String path) {
    return match(CONTEXT_BATCH, path)
        .flatMap(found -> contextBatch(type(found.group(1)), Need.parse(found.group(2))))
        .or(() -> match(BATCH, path).flatMap(found -> batch(type(found.group(2)), found.group(1))))
        .or(() -> match(FILE, path).flatMap(found -> file(found.group(1), found.group(2))))
        .or(() -> match(APP_FILE, path).flatMap(found -> appFile(found.group(1), found.group(2))));
  }

  private static Optional<MatchResult> match(Pattern pattern, String path) {
    Matcher matcher = pattern.matcher(path);
    return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  private static ResourceType type(String extension) {
    return "js".equals(extension) ? ResourceType.JS : ResourceType.CSS;
  }

  private Optional<Content> contextBatch(ResourceType type, Need need) {
    return made(new Batch(type, need.modules(catalog)));
  }

  private Optional<Content> batch(ResourceType type, String key) {
    return catalog.module(key).flatMap(module -> made(new Batch(type, List.of(module))));
  }

  private Optional<Content> made(Batch batch) {
    return batch.isEmpty()
        ? Optional.empty()
        : Optional.of(Content.of(catalog.made(batch).text(), "batch." + batch.type().extension()));
  }

  private Optional<Content> file(String key, String name) {
    return catalog
        .module(key)
        .flatMap(module -> module.file(name))
        .map(bytes -> Content.of(bytes, name));
  }

  private Optional<Content> appFile(String key, String name) {
    return apps.stream()
        .filter(app -> app.key().equals(key))
        .flatMap(
            app ->
                app.descriptor().pluginResources().stream()
                    .flatMap(resource -> resource.locationOf(name).stream())
                    .flatMap(location -> app.archive().entry(location).stream()))
        .findFirst()
        .map(bytes -> Content.of(bytes, name));
  }
}
