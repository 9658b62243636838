package io.hearth.privacy;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import io.hearth.host.Settings;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** How long kinds are kept whose part has no settings of its own, by their ids. */
public final class ChosenDays {

  public static final String KEY = "retention";

  private static final Gson GSON = new Gson();

  private final Settings settings;

  public ChosenDays(Settings settings) {
    this.settings = settings;
  }

  /** What is kept of one kind, {@link Retention#LONGEST_DAYS} unless somebody chose. */
  public Retention.Chosen of(String kind) {
    int days = all().getOrDefault(kind, Retention.LONGEST_DAYS);
    int within = Math.max(1, Math.min(Retention.LONGEST_DAYS, days));
    return new Retention.Chosen(within, new Choice(this, kind));
  }

  /** Tells a time that is kept here from one that stands in its part's own settings. */
  public record Choice(ChosenDays days, String kind) implements IntConsumer {

    @Override
    public void accept(int chosen) {
      days.keep(kind, chosen);
    }
  }

  private synchronized void keep(String kind, int days) {
    Map<String, Integer> all = new TreeMap<>(all());
    all.put(kind, days);
    settings.put(KEY, GSON.toJson(all));
  }

  private Map<String, Integer> all() {
    try {
      return settings
          .get(KEY)
          .map(text -> GSON.fromJson(text, new TypeToken<TreeMap<String, Integer>>() {}))
          .orElseGet(TreeMap::new);
    } catch (JsonParseException broken) {
      // Nothing is kept longer because somebody broke the setting.
      return new TreeMap<>();
    }
  }
}
