package io.hearth.collectors;

import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.host.InstalledApp;
import io.hearth.host.Layout;
import io.hearth.host.Product;
import io.hearth.host.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A product made of folders, and what the tests of all collectors do with it. */
record TestHost(Product product, Layout layout, List<InstalledApp> apps) implements Host {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  static TestHost in(Path folder) throws IOException {
    return in(folder, Product.Kind.JIRA);
  }

  static TestHost in(Path folder, Product.Kind kind) throws IOException {
    Path home = Files.createDirectories(folder.resolve("local-home"));
    Path shared = Files.createDirectories(folder.resolve("shared-home"));
    Path install = Files.createDirectories(folder.resolve("installation"));
    return new TestHost(
        new Product(kind, "Product", "10.3.2", "10030002"),
        new Layout(home, shared, Optional.of(install)),
        List.of());
  }

  Path home() {
    return layout.localHome();
  }

  Path install() {
    return layout.installation().orElseThrow();
  }

  Scope scope() {
    return scope(Optional.empty(), Long.MAX_VALUE);
  }

  Scope scope(Optional<Instant> since, long maxBytes) {
    return new Scope(this, Clock.fixed(NOW, ZoneOffset.UTC), since, maxBytes, Map.of(), true);
  }

  Scope offline() {
    return new Scope(
        this, Clock.fixed(NOW, ZoneOffset.UTC), Optional.empty(), Long.MAX_VALUE, Map.of(), false);
  }

  static String text(Entry entry) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (entry instanceof Entry.FromFile file) {
      try (InputStream in = file.opener().open()) {
        in.transferTo(out);
      }
    } else if (entry instanceof Entry.Made made) {
      made.content().write(out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static List<String> names(List<Entry> entries) {
    return entries.stream().map(Entry::name).toList();
  }

  static Entry named(List<Entry> entries, String name) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + names(entries)));
  }

  static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Override
  public Optional<HostUser> currentUser() {
    return Optional.empty();
  }

  @Override
  public Optional<HostUser> user(String name) {
    return Optional.empty();
  }

  @Override
  public boolean isSystemAdministrator(HostUser user) {
    return false;
  }

  @Override
  public Optional<URI> baseUrl() {
    return Optional.of(URI.create("https://jira.example.com"));
  }

  @Override
  public String nodeId() {
    return "node1";
  }

  @Override
  public Optional<InputStream> appFile(String appKey, String location) {
    return Optional.empty();
  }

  @Override
  public Locale locale() {
    return Locale.ENGLISH;
  }

  @Override
  public Optional<String> supportEntitlementNumber() {
    return Optional.of("SEN-1");
  }

  @Override
  public Settings settings() {
    throw new UnsupportedOperationException("no collector reads settings");
  }

  @Override
  public void audit(HostUser who, String did, String what) {
    throw new UnsupportedOperationException("no collector does anything that is audited");
  }
}
