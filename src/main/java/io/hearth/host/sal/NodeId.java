package io.hearth.host.sal;

import io.hearth.host.Product;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * This node's id: what the administrator named it, else one made once and kept in the local home,
 * which no two nodes share.
 */
record NodeId(Path localHome) {
  private static final int MAX_LENGTH = 64;

  String read(Product.Kind kind) {
    return configured(kind)
        .map(NodeId::fitForFileName)
        .filter(id -> !id.isEmpty())
        .orElseGet(this::kept);
  }

  private Optional<String> configured(Product.Kind kind) {
    return switch (kind) {
      case JIRA -> property(localHome.resolve("cluster.properties"), "jira.node.id");
      case CONFLUENCE -> Optional.ofNullable(System.getProperty("confluence.cluster.node.name"));
      case BITBUCKET -> Optional.empty();
    };
  }

  private static Optional<String> property(Path file, String name) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      // A cluster file that cannot be parsed names no node; the id kept in the home serves.
      return Optional.empty();
    }
    return Optional.ofNullable(properties.getProperty(name));
  }

  private static String fitForFileName(String id) {
    String safe = id.strip().replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^\\.+", "");
    return safe.substring(0, Math.min(safe.length(), MAX_LENGTH));
  }

  private String kept() {
    Path file = localHome.resolve("hearth").resolve("node-id");
    try {
      Files.createDirectories(file.getParent());
      String made = "node-" + UUID.randomUUID().toString().substring(0, 8);
      Files.writeString(file, made, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return made;
    } catch (FileAlreadyExistsException e) {
      return existing(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep this node's id in " + file, e);
    }
  }

  private static String existing(Path file) {
    try {
      return fitForFileName(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read this node's id from " + file, e);
    }
  }
}
