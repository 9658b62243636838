package io.hearth.host.offline;

import io.hearth.host.InstalledApp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The apps whose JARs lie in a folder of installed apps. Whether one is enabled stands in the
 * database, so its state is unknown; Confluence keeps the JARs there too, so it shows none.
 */
final class AppJars {

  private static final String FOLDER = "plugins/installed-plugins";
  private static final String UNKNOWN = "UNKNOWN";
  private static final int MOST_BYTES = 256 * 1024;
  private static final Pattern KEY =
      Pattern.compile("<atlassian-plugin\\s[^>]*?\\bkey\\s*=\\s*[\"']([^\"'$]+)[\"']");
  private static final Pattern NAME =
      Pattern.compile("<atlassian-plugin\\s[^>]*?\\bname\\s*=\\s*[\"']([^\"'$]+)[\"']");

  private AppJars() {}

  static List<InstalledApp> below(Path sharedHome) {
    List<InstalledApp> apps = new ArrayList<>();
    for (Path jar : SmallFiles.matching(sharedHome.resolve(FOLDER), "*.jar")) {
      if (Files.isRegularFile(jar)) {
        apps.add(read(jar));
      }
    }
    apps.sort(Comparator.comparing(InstalledApp::key));
    return List.copyOf(apps);
  }

  /** A JAR that cannot be read is still an app, under its file's name. */
  private static InstalledApp read(Path path) {
    String file = path.getFileName().toString();
    try (ZipFile jar = new ZipFile(path.toFile())) {
      Attributes main = manifest(jar);
      String descriptor = text(jar, "atlassian-plugin.xml");
      String key =
          value(main, "Atlassian-Plugin-Key")
              .or(() -> group(KEY, descriptor))
              .or(() -> value(main, "Bundle-SymbolicName").map(AppJars::withoutDirectives))
              .orElse(file);
      String name = value(main, "Bundle-Name").or(() -> group(NAME, descriptor)).orElse(key);
      return new InstalledApp(
          key,
          name,
          value(main, "Bundle-Version")
              .or(() -> value(main, "Implementation-Version"))
              .orElse(UNKNOWN),
          value(main, "Bundle-Vendor").orElse(UNKNOWN),
          UNKNOWN,
          false);
    } catch (IOException | RuntimeException unreadable) {
      return new InstalledApp(file, file, UNKNOWN, UNKNOWN, UNKNOWN, false);
    }
  }

  private static Attributes manifest(ZipFile jar) throws IOException {
    Optional<ZipEntry> entry = Optional.ofNullable(jar.getEntry("META-INF/MANIFEST.MF"));
    if (entry.isEmpty() || entry.get().getSize() > MOST_BYTES) {
      return new Attributes();
    }
    try (InputStream in = jar.getInputStream(entry.get())) {
      return new Manifest(in).getMainAttributes();
    }
  }

  private static String text(ZipFile jar, String name) throws IOException {
    Optional<ZipEntry> entry = Optional.ofNullable(jar.getEntry(name));
    if (entry.isEmpty()) {
      return "";
    }
    try (InputStream in = jar.getInputStream(entry.get())) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
  }

  private static Optional<String> value(Attributes attributes, String name) {
    return Optional.ofNullable(attributes.getValue(name)).filter(value -> !value.isBlank());
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String withoutDirectives(String symbolicName) {
    return symbolicName.split(";", 2)[0].strip();
  }
}
