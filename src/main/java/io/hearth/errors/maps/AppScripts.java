package io.hearth.errors.maps;

import io.hearth.host.Host;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source maps that apps ship in their JARs, beside their scripts. */
record AppScripts(Host host) {

  private static final int MOST_OF_SCRIPT = 16 << 20;
  private static final int TAIL = 1024;

  /** ECMA-426, section 11.1.2: the last such comment names the map. */
  private static final Pattern COMMENT =
      Pattern.compile("//[#@] ?sourceMappingURL=([^\\s'\"]{1,300})\\s*$");

  Optional<InputStream> mapOf(String app, String script) {
    return inside("", script)
        .flatMap(
            location ->
                named(app, location)
                    .flatMap(map -> host.appFile(app, map))
                    .or(() -> host.appFile(app, location + ".map")));
  }

  /** Where the script itself says that its map lies. */
  private Optional<String> named(String app, String location) {
    return host.appFile(app, location)
        .map(AppScripts::tail)
        .map(COMMENT::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .flatMap(map -> inside(location.substring(0, location.lastIndexOf('/') + 1), map));
  }

  private static String tail(InputStream script) {
    try (script) {
      byte[] bytes = script.readNBytes(MOST_OF_SCRIPT);
      int from = Math.max(0, bytes.length - TAIL);
      return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** A path inside the JAR; empty for addresses and for what leads out of it. */
  static Optional<String> inside(String folder, String path) {
    if (path.contains(":") || path.contains("\\") || path.startsWith("/")) {
      return Optional.empty();
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + path).split("/")) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String location = String.join("/", parts);
    return location.isEmpty() || location.startsWith("META-INF/")
        ? Optional.empty()
        : Optional.of(location);
  }
}
