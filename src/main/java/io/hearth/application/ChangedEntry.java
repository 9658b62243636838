package io.hearth.application;

import io.hearth.zip.EntrySummary;

/**
 * An entry of a changed ZIP that was packed again, without some of its lines and words.
 *
 * @param found how many places of what is left look as if they should not be passed on
 */
record ChangedEntry(EntrySummary packed, long lines, long words, long found) {

  String name() {
    return packed.name();
  }
}
