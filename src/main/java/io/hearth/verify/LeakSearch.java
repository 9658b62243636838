package io.hearth.verify;

/**
 * The second search for what should have been replaced: for the words that were learned, and for
 * the shapes of secrets. It shares no code and no rule with redaction. Several threads may use one,
 * each with a {@link SearchedText} of its own.
 */
public final class LeakSearch {

  private final LineSearch search;

  public LeakSearch(SearchWords words) {
    this.search = new LineSearch(words);
  }

  /** The search of one entry: write its bytes, then ask. */
  public SearchedText begin() {
    return new SearchedText(search);
  }
}
