package io.hearth.errors.base;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of bounded size, which forgets first what was not asked for the longest time. */
public final class LastUsed<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  public LastUsed(int most) {
    super(64, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
