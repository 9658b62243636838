package io.hearth.application.redaction;

import io.hearth.application.redaction.SupportCases.SupportCase;
import io.hearth.privacy.Category;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.FileKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.KeptFiles;
import io.hearth.privacy.Place;
import io.hearth.privacy.Retention;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Open support cases with the keys of their pseudonyms. */
public final class SupportCasesKind extends FileKind {

  public static final String ID = "support-cases";
  private static final About ABOUT =
      new About(
          ID,
          Category.SUPPORT_DATA,
          List.of("name", "openedAt", "lookup", "key", "zips"),
          List.of(new Place(Place.Root.SHARED_HOME, "hearth/redaction/cases/<case>/")));

  private final SupportCases cases;

  /**
   * The files that can be looked at: not the keys, with which pseudonyms could be made and traced.
   *
   * @param hearth the app's folder in the shared home
   */
  public SupportCasesKind(
      Supplier<PrivateFolder> hearth, SupportCases cases, Supplier<Retention> retention) {
    super(ABOUT, new KeptFiles(hearth, List.of("redaction/cases/*/case.json")), retention);
    this.cases = cases;
  }

  @Override
  public Holdings holdings(Optional<Instant> before) throws IOException {
    return holdings(cases.all().stream().map(SupportCase::openedAt), before);
  }

  @Override
  public long delete(Optional<Instant> before) throws IOException {
    long went =
        cases.all().stream()
            .filter(one -> DataKind.takes(before, one.openedAt()) && cases.close(one.id()))
            .count();
    if (before.isEmpty()) {
      // Also what is only half there.
      cases.folder().delete();
    }
    return went;
  }
}
