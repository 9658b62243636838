package io.hearth.application;

import io.hearth.verify.LeakSearch;
import io.hearth.verify.SearchedText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** Lets redacted text be searched a second time on its way, where that is wanted. */
final class SearchStage extends FilterOutputStream {

  private final Optional<SearchedText> text;

  SearchStage(Optional<LeakSearch> search, OutputStream out) {
    super(out);
    this.text = search.map(LeakSearch::begin);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    text.ifPresent(search -> search.write(bytes, from, length));
    out.write(bytes, from, length);
  }

  /** What was found, by kind, once the text has ended. */
  Map<String, Long> leaks() {
    return text.map(
            search -> {
              search.close();
              return search.counts();
            })
        .orElse(Map.of());
  }
}
