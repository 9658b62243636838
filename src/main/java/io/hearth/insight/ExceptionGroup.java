package io.hearth.insight;

/** Exceptions that are one fault, with one of them in full. */
final class ExceptionGroup implements Frequent.Detail<ExceptionGroup> {

  final String type;
  final String message;
  final String cause;
  final String culprit;
  final String sample;
  private long first = Times.NONE;
  private long last = Times.NONE;
  private String entry = "";

  ExceptionGroup(String type, String message, String cause, String culprit, String sample) {
    this.type = type;
    this.message = message;
    this.cause = cause;
    this.culprit = culprit;
    this.sample = sample;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  String entry() {
    return entry;
  }

  void seen(long at) {
    first = Times.first(first, at);
    last = Math.max(last, at);
  }

  /** Remembers the entry that the example is from. */
  void in(String name) {
    if (entry.isEmpty()) {
      entry = name;
    }
  }

  @Override
  public void absorb(ExceptionGroup later) {
    seen(later.first);
    seen(later.last);
  }
}
