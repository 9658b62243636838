package io.hearth.insight;

/** Exceptions that are one fault, with one of them in full. */
final class ExceptionGroup implements Frequent.Detail<ExceptionGroup> {

  record Data(
      String type,
      String message,
      String cause,
      String culprit,
      String sample,
      long first,
      long last,
      String entry) {}

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

  @Override
  public ExceptionGroup copy() {
    ExceptionGroup copy = new ExceptionGroup(type, message, cause, culprit, sample);
    copy.absorb(this);
    copy.entry = entry;
    return copy;
  }

  Data data() {
    return new Data(type, message, cause, culprit, sample, first, last, entry);
  }

  static ExceptionGroup of(Data data, Claims claims) {
    ExceptionGroup group =
        new ExceptionGroup(
            claims.text(data.type()),
            claims.text(data.message()),
            claims.text(data.cause()),
            claims.text(data.culprit()),
            claims.text(data.sample()));
    group.seen(claims.time(data.first()));
    group.seen(claims.time(data.last()));
    group.entry = claims.entry(data.entry());
    return group;
  }
}
