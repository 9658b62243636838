package io.hearth.application;

import java.util.Map;
import java.util.Optional;

/** What became of one entry. Names and sources are redacted and safe to show. */
public sealed interface EntryResult {

  String name();

  /** Id of the item it belongs to; empty for the ZIP's own pages. */
  String item();

  /** Where it was read from; empty for text that was made. */
  Optional<String> source();

  /**
   * It is in the ZIP.
   *
   * @param bytesBefore read from the source, before redaction
   * @param bytesAfter in the entry, unpacked
   * @param bytesPacked in the ZIP
   * @param leaks what the second search found in it, by kind
   * @param cut why the entry is not the whole of its source; empty when it is
   */
  record Written(
      String name,
      String item,
      Optional<String> source,
      long bytesBefore,
      long bytesAfter,
      long bytesPacked,
      String sha256,
      Map<String, Long> redactions,
      Map<String, Long> leaks,
      Optional<Reason> cut)
      implements EntryResult {}

  /** It is not in the ZIP. */
  record Missing(String name, String item, Optional<String> source, Reason reason)
      implements EntryResult {}
}
