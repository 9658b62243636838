package io.hearth.errors.base;

import java.util.Map;
import java.util.function.Function;

/**
 * The answers that were given last: a flood asks the same again and again. Several threads ask; an
 * answer is found outside of the lock, so two that ask for the same at once may both find it.
 */
public final class RecentAnswers<K, V> {

  private final Map<K, V> answers;

  public RecentAnswers(int most) {
    this.answers = new LastUsed<>(most);
  }

  public V of(K question, Function<K, V> find) {
    synchronized (answers) {
      V known = answers.get(question);
      if (known != null) {
        return known;
      }
    }
    V found = find.apply(question);
    synchronized (answers) {
      answers.put(question, found);
    }
    return found;
  }
}
