package io.hearth.application.redaction;

import com.google.gson.Gson;
import io.hearth.application.redaction.SupportCases.SupportCase;
import io.hearth.host.Host;
import io.hearth.store.PrivateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What pseudonyms stand for, where an administrator chose to keep that: a file of JSON lines for
 * each ZIP, its first line tells its name. A table of a case lies in the folder of the case and is
 * deleted with it, any other seven days after it was made.
 */
public final class LookupTables {

  public static final Duration KEPT = Duration.ofDays(7);

  /** {@code deletedAt} is empty while its case is open. */
  public record Table(
      String id, String name, Instant createdAt, long values, Optional<Instant> deletedAt) {}

  public record Match(String value, String kind, String table) {}

  /** A pseudonym's value and the id of its kind. */
  record Row(String pseudonym, String value, String kind) {}

  private record Head(String name, String createdAt, long values) {}

  private record Place(PrivateFolder folder, String file, boolean ofCase) {
    String id() {
      return file.substring(0, file.length() - ENDING.length());
    }

    Path path() {
      return folder.path().resolve(file);
    }
  }

  private static final int MOST_MATCHES = 100;

  /** Together with the bound of a table this bounds the folder; the oldest make room. */
  private static final int MOST_TABLES = 100;

  private static final String ENDING = ".jsonl";
  private static final Gson GSON = new Gson();

  private final SupportCases cases;
  private final Host host;
  private final Clock clock;

  public LookupTables(Host host, SupportCases cases, Clock clock) {
    this.cases = cases;
    this.host = host;
    this.clock = clock;
  }

  private PrivateFolder single() {
    return SupportCases.folderIn(host).below("tables");
  }

  /** Newest first; one that is past its time is not shown any more and goes within a day. */
  public List<Table> all() {
    return tables().stream().filter(this::isCurrent).toList();
  }

  private boolean isCurrent(Table table) {
    return table.deletedAt().filter(clock.instant()::isAfter).isEmpty();
  }

  /** Also those that are past their time. */
  List<Table> tables() {
    return places().stream()
        .flatMap(place -> table(place).stream())
        .sorted(Comparator.comparing(Table::createdAt).reversed())
        .toList();
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>(in(single(), false));
    for (SupportCase one : cases.all()) {
      places.addAll(in(cases.tables(one.id()), true));
    }
    return places;
  }

  private static List<Place> in(PrivateFolder folder, boolean ofCase) {
    try {
      return folder.names().stream()
          .filter(name -> name.endsWith(ENDING))
          .map(name -> new Place(folder, name, ofCase))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("listing look-up tables", e);
    }
  }

  /** Empty when the table vanished or is broken. */
  private static Optional<Table> table(Place place) {
    try (BufferedReader lines = Files.newBufferedReader(place.path())) {
      Head head = GSON.fromJson(lines.readLine(), Head.class);
      Instant created = Instant.parse(head.createdAt());
      Optional<Instant> end = place.ofCase() ? Optional.empty() : Optional.of(created.plus(KEPT));
      return Optional.of(new Table(place.id(), head.name(), created, head.values(), end));
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  /** The values of a pseudonym in all tables, each once for a table of one name. */
  public List<Match> find(String pseudonym) {
    String wanted = pseudonym.strip().toLowerCase(Locale.ROOT);
    List<Match> matches = new ArrayList<>();
    for (Place place : places()) {
      Optional<Table> table = table(place).filter(this::isCurrent);
      if (table.isPresent() && matches.size() < MOST_MATCHES) {
        search(place, table.get().name(), wanted, matches);
      }
    }
    return matches;
  }

  private static void search(Place place, String table, String wanted, List<Match> matches) {
    try (BufferedReader lines = Files.newBufferedReader(place.path())) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // Most lines need no parsing to be told apart.
        if (line.toLowerCase(Locale.ROOT).contains(wanted)) {
          Row row = GSON.fromJson(line, Row.class);
          Match match = new Match(row.value(), row.kind(), table);
          boolean fits = row.pseudonym().equalsIgnoreCase(wanted) && !matches.contains(match);
          if (fits && matches.size() < MOST_MATCHES) {
            matches.add(match);
          }
        }
      }
    } catch (IOException | RuntimeException broken) {
      // Deleted meanwhile, or cut: what was found so far is right.
      return;
    }
  }

  /** Whether there was such a table. */
  public boolean delete(String id) {
    Optional<Place> place = places().stream().filter(one -> one.id().equals(id)).findFirst();
    place.ifPresent(LookupTables::delete);
    return place.isPresent();
  }

  private static void delete(Place place) {
    try {
      place.folder().delete(place.file());
    } catch (IOException e) {
      throw new UncheckedIOException("deleting a look-up table", e);
    }
  }

  /** Deletes those of no case that are older, and what nobody can read; tells how many. */
  long expire(Instant before) {
    long went = 0;
    for (Place place : in(single(), false)) {
      if (table(place).map(Table::createdAt).filter(made -> !made.isBefore(before)).isEmpty()) {
        delete(place);
        went++;
      }
    }
    return went;
  }

  void keep(String name, Optional<String> caseId, Map<String, Row> rows) {
    makeRoom();
    String head = GSON.toJson(new Head(name, clock.instant().toString(), rows.size()));
    String body = rows.values().stream().map(GSON::toJson).collect(Collectors.joining("\n"));
    PrivateFolder folder = caseId.map(cases::tables).orElseGet(this::single);
    try {
      folder.write(UUID.randomUUID() + ENDING, head + "\n" + body + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("keeping a look-up table", e);
    }
  }

  private void makeRoom() {
    List<Table> tables = tables();
    for (int n = MOST_TABLES - 1; n < tables.size(); n++) {
      delete(tables.get(n).id());
    }
  }
}
