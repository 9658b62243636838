package io.hearth.application.redaction;

import io.hearth.application.redaction.LookupTables.Table;
import io.hearth.privacy.Category;
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

/** What pseudonyms of Support ZIPs stand for; those of a case stay until the case is closed. */
public final class LookupTablesKind extends FileKind {

  private static final About ABOUT =
      new About(
          "lookup-tables",
          Category.SUPPORT_DATA,
          List.of("name", "createdAt", "values", "pseudonym", "value", "kind"),
          List.of(
              new Place(Place.Root.SHARED_HOME, "hearth/redaction/tables/"),
              new Place(Place.Root.SHARED_HOME, "hearth/redaction/cases/<case>/tables/")));

  private final LookupTables tables;

  /**
   * @param hearth the app's folder in the shared home
   */
  public LookupTablesKind(Supplier<PrivateFolder> hearth, LookupTables tables) {
    super(
        ABOUT,
        new KeptFiles(
            hearth, List.of("redaction/tables/*.jsonl", "redaction/cases/*/tables/*.jsonl")),
        () -> new Retention.Fixed((int) LookupTables.KEPT.toDays()));
    this.tables = tables;
  }

  private List<Table> older(Optional<Instant> before) {
    return tables.tables().stream()
        .filter(table -> before.filter(end -> !goesWith(table, end)).isEmpty())
        .toList();
  }

  /** A table of an open case has no end of its own. */
  private static boolean goesWith(Table table, Instant end) {
    return table.deletedAt().isPresent() && table.createdAt().isBefore(end);
  }

  @Override
  public Holdings holdings(Optional<Instant> before) throws IOException {
    List<Table> older = older(before);
    return Holdings.of(
        older.stream().map(Table::createdAt).toList(), before.isPresent() ? 0 : files().bytes());
  }

  @Override
  public long delete(Optional<Instant> before) throws IOException {
    return before.isPresent() ? tables.expire(before.get()) : files().delete();
  }
}
