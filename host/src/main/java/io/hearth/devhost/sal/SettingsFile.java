package io.hearth.devhost.sal;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All apps' settings in one JSON file, which stands for the product's table. The nodes of a cluster
 * share it: every call locks it, reads it, and writes it by renaming a new file over it.
 */
final class SettingsFile implements PluginSettingsFactory {
  private static final TypeToken<TreeMap<String, StoredValue>> CONTENT = new TypeToken<>() {};

  private final Gson gson = new GsonBuilder().setPrettyPrinting().create();
  private final Path file;
  private final Path lock;

  SettingsFile(Path database) {
    this.file = database.resolve("plugin-settings.json");
    this.lock = database.resolve("plugin-settings.lock");
  }

  @Override
  public PluginSettings createSettingsForKey(String key) {
    return new Namespace(this, Optional.ofNullable(key).map(name -> name + ":").orElse(""));
  }

  @Override
  public PluginSettings createGlobalSettings() {
    return createSettingsForKey(null);
  }

  private record Namespace(SettingsFile store, String prefix) implements PluginSettings {
    /** What the products' table takes. */
    private static final int MOST_KEY = 255;

    @Override
    public Object get(String key) {
      return value(store.read(content -> content.get(checked(key))));
    }

    @Override
    public Object put(String key, Object value) {
      String full = checked(key);
      if (value == null) {
        return remove(key);
      }
      StoredValue stored = StoredValue.of(value);
      return value(store.change(content -> content.put(full, stored)));
    }

    @Override
    public Object remove(String key) {
      String full = checked(key);
      return value(store.change(content -> content.remove(full)));
    }

    private static Object value(Optional<StoredValue> stored) {
      return stored.map(StoredValue::value).orElse(null);
    }

    private String checked(String key) {
      if (key == null || (prefix + key).length() > MOST_KEY) {
        throw new IllegalArgumentException(
            "settings key " + prefix + key + ": 1 to " + MOST_KEY + " characters");
      }
      return prefix + key;
    }
  }

  private Optional<StoredValue> read(Function<Map<String, StoredValue>, StoredValue> look) {
    return locked(content -> Optional.ofNullable(look.apply(content)));
  }

  private Optional<StoredValue> change(Function<Map<String, StoredValue>, StoredValue> change) {
    return locked(
        content -> {
          Optional<StoredValue> before = Optional.ofNullable(change.apply(content));
          write(content);
          return before;
        });
  }

  /** File locks are held by the whole JVM, so threads of this one queue up first. */
  private synchronized Optional<StoredValue> locked(
      Function<Map<String, StoredValue>, Optional<StoredValue>> action) {
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Released by closing the channel.
      channel.lock();
      return action.apply(content());
    } catch (IOException e) {
      throw new UncheckedIOException("settings of apps in " + file, e);
    }
  }

  private Map<String, StoredValue> content() throws IOException {
    return Files.exists(file) ? gson.fromJson(Files.readString(file), CONTENT) : new TreeMap<>();
  }

  private void write(Map<String, StoredValue> content) {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(next, gson.toJson(content));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("settings of apps in " + file, e);
    }
  }
}
