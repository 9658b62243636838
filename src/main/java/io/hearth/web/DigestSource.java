package io.hearth.web;

import java.time.Instant;
import java.util.List;

/** A part that has something to tell on the page Overview and beside its own link. */
interface DigestSource {

  /** The page of the part, as {@link AdminPage} names it. */
  String page();

  /** A few lines, the most urgent first; {@code looked} is when the administrator last did. */
  List<DigestLine> lines(Instant looked);
}
