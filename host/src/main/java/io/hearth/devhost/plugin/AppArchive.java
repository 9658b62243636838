package io.hearth.devhost.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipException;

/** An app's JAR read into memory; it is checked before the framework sees it. */
public final class AppArchive {
  private final String name;
  private final Attributes manifest;
  private final Map<String, byte[]> entries;
  private final byte[] whole;

  private AppArchive(String name, Attributes manifest, Map<String, byte[]> entries, byte[] whole) {
    this.name = name;
    this.manifest = manifest;
    this.entries = entries;
    this.whole = whole;
  }

  public static AppArchive read(Path file) throws IOException {
    String name = file.getFileName().toString();
    try (JarFile jar = new JarFile(file.toFile())) {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      for (var entry : jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
        entries.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
      }
      Attributes manifest =
          Optional.ofNullable(jar.getManifest())
              .map(java.util.jar.Manifest::getMainAttributes)
              .orElseGet(Attributes::new);
      return new AppArchive(name, manifest, entries, Files.readAllBytes(file));
    } catch (ZipException e) {
      throw new Refusal(name, "it is not a JAR: " + e.getMessage(), e);
    }
  }

  public String name() {
    return name;
  }

  /** The JAR as it is, for the framework. */
  public InputStream open() {
    return new ByteArrayInputStream(whole);
  }

  public Optional<String> header(String header) {
    return Optional.ofNullable(manifest.getValue(header)).map(String::strip);
  }

  public boolean has(String path) {
    return entries.containsKey(path);
  }

  public Optional<byte[]> entry(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  public boolean hasClass(String className) {
    return has(className.replace('.', '/') + ".class");
  }

  /** Paths of the files directly or deeper in {@code folder}, with the given ending, sorted. */
  public List<String> under(String folder, String ending) {
    return entries.keySet().stream()
        .filter(path -> path.startsWith(folder) && path.endsWith(ending))
        .sorted()
        .toList();
  }

  public List<String> classes() {
    return under("", ".class").stream()
        .filter(path -> !path.startsWith("META-INF/") && !path.endsWith("module-info.class"))
        .toList();
  }
}
