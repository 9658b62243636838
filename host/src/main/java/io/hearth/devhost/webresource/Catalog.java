package io.hearth.devhost.webresource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All web resources at one moment; another is made whenever apps come, go or change. */
final class Catalog {
  private final Map<String, WebModule> modules = new LinkedHashMap<>();
  private final Map<Batch, Made> batches = new ConcurrentHashMap<>();
  private final Addresses addresses;

  /** A batch's text and the hash that its address carries. */
  record Made(byte[] text, String hash) {}

  Catalog(Collection<WebModule> all, Addresses addresses) {
    all.forEach(module -> modules.put(module.key(), module));
    this.addresses = addresses;
  }

  Optional<WebModule> module(String key) {
    return Optional.ofNullable(modules.get(key));
  }

  List<WebModule> inContext(String context) {
    return modules.values().stream()
        .filter(module -> module.descriptor().contexts().contains(context))
        .toList();
  }

  /** The modules with all that they depend on, each after what it needs. */
  Set<WebModule> withDependencies(Collection<WebModule> wanted) {
    Set<WebModule> ordered = new LinkedHashSet<>();
    wanted.forEach(module -> add(module, ordered, new LinkedHashSet<>()));
    return ordered;
  }

  private void add(WebModule module, Set<WebModule> ordered, Set<WebModule> onTheWay) {
    if (ordered.contains(module) || !onTheWay.add(module)) {
      return;
    }
    module
        .descriptor()
        .dependencies()
        .forEach(key -> module(key).ifPresent(each -> add(each, ordered, onTheWay)));
    ordered.add(module);
  }

  Made made(Batch batch) {
    return batches.computeIfAbsent(
        batch,
        wanted -> {
          byte[] text = wanted.text((module, name) -> addresses.file(module, name));
          return new Made(text, hash(text));
        });
  }

  static String hash(byte[] text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }
}
