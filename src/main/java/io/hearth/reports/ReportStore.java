package io.hearth.reports;

import io.hearth.host.Host;
import io.hearth.privacy.Holdings;
import io.hearth.reports.Handling.State;
import io.hearth.reports.Report.Screenshot;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reports of all nodes, each a folder {@code <shared home>/hearth/reports/<id>}. The report itself
 * is written last and never changed: a folder without it is being filled, or was given up.
 */
public final class ReportStore {

  public static final int MOST = 500;
  public static final long MOST_BYTES = 500L << 20;

  private static final String FOLDER = "reports";
  static final String REPORT = "report.json";
  static final String SCREENSHOT = "screenshot.png";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

  /** Of changing what others may change at the same moment. */
  private static final int TRIES = 3;

  private static final Duration GIVEN_UP = Duration.ofDays(1);

  private final Host host;
  private final Clock clock;

  public ReportStore(Host host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  /** Asked for each time: a product that is being set up has no home yet. */
  private PrivateFolder folder() {
    return PrivateFolder.in(host.layout().sharedHome()).below(FOLDER);
  }

  private PrivateFolder folder(String id) {
    return folder().below(id);
  }

  /** How much there is, or only what {@link #delete} with the same moment would take. */
  public Holdings holdings(Optional<Instant> before) throws IOException {
    long records = 0;
    long bytes = 0;
    Optional<Instant> oldest = Optional.empty();
    for (String id : ids()) {
      Optional<Instant> at = find(id).map(one -> one.report().receivedAt());
      if (goes(id, at, before)) {
        records++;
        for (String name : folder(id).names()) {
          bytes += folder(id).size(name);
        }
        oldest = Stream.concat(oldest.stream(), at.stream()).min(Comparator.naturalOrder());
      }
    }
    return new Holdings(records, bytes, oldest);
  }

  private boolean goes(String id, Optional<Instant> receivedAt, Optional<Instant> before) {
    return before.isEmpty()
        || receivedAt.map(at -> at.isBefore(before.get())).orElseGet(() -> isGivenUp(id));
  }

  boolean hasRoomFor(long bytes) throws IOException {
    Holdings now = holdings(Optional.empty());
    return now.records() < MOST && now.bytes() + bytes <= MOST_BYTES;
  }

  /** The same for what joins a report that is here. */
  public boolean hasRoomBeside(long bytes) throws IOException {
    return holdings(Optional.empty()).bytes() + bytes <= MOST_BYTES;
  }

  private List<String> ids() throws IOException {
    return folder().names().stream().filter(name -> ID.matcher(name).matches()).toList();
  }

  /** Newest first. */
  public List<Filed> all() throws IOException {
    List<Filed> all = new ArrayList<>();
    for (String id : ids()) {
      find(id).ifPresent(all::add);
    }
    all.sort(Comparator.comparing((Filed one) -> one.report().receivedAt()).reversed());
    return all;
  }

  /** Empty when there is none of this id, whatever the id holds. */
  public Optional<Filed> find(String id) throws IOException {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    PrivateFolder one = folder(id);
    try {
      Report report = ReportText.report(id, one.read(REPORT));
      return Optional.of(new Filed(report, new HandlingFiles(one).read()));
    } catch (NoSuchFileException | IllegalArgumentException notThere) {
      return Optional.empty();
    }
  }

  public Optional<InputStream> screenshot(String id) throws IOException {
    return ID.matcher(id).matches() ? raw(FOLDER + "/" + id + "/" + SCREENSHOT) : Optional.empty();
  }

  /** The report, which is kept when this returns. */
  Report add(NewReport given, Optional<Png> picture) throws IOException {
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    Report report =
        new Report(
            id,
            clock.instant(),
            given.happened(),
            given.expected(),
            given.page(),
            given.app(),
            host.product().version(),
            given.errors(),
            given.email(),
            picture.map(one -> new Screenshot(one.width(), one.height(), one.bytes().length)));
    PrivateFolder one = folder(id);
    try {
      if (picture.isPresent()) {
        byte[] bytes = picture.get().bytes();
        one.write(SCREENSHOT, out -> out.write(bytes));
      }
      one.write(REPORT, ReportText.write(report));
    } catch (IOException e) {
      one.delete();
      throw e;
    }
    return report;
  }

  /**
   * @param basedOn the revision that the change was made on
   * @return empty when somebody else changed it since
   */
  public Optional<Handling> handle(String id, long basedOn, Handling change) throws IOException {
    return new HandlingFiles(folder(id)).change(basedOn, change);
  }

  SendingFiles sendings(String id) {
    return new SendingFiles(folder(id));
  }

  String node() {
    return host.nodeId();
  }

  /** That the support endpoint took it, if it did. */
  public Optional<SentReceipt> receipt(String id) throws IOException {
    return sendings(id).receipt();
  }

  /** Keeps the receipt, then marks the report; neither of one that was deleted meanwhile. */
  void markSent(String id, SentReceipt receipt, String by) throws IOException {
    Optional<Filed> filed = find(id);
    if (filed.isPresent()) {
      sendings(id).keep(receipt);
    }
    for (int n = 0; n < TRIES && filed.isPresent(); n++) {
      Handling now = filed.get().handling();
      Handling sent =
          new Handling(0, State.SENT, now.notes(), by, Optional.of(clock.instant()), now.zip());
      filed = handle(id, now.revision(), sent).isPresent() ? Optional.empty() : find(id);
    }
  }

  /** Whether there was one. */
  public boolean delete(String id) throws IOException {
    boolean there = ID.matcher(id).matches() && ids().contains(id);
    if (there) {
      folder(id).delete();
    }
    return there;
  }

  /** How many were older, or all without a time; a folder that was given up counts as one. */
  long delete(Optional<Instant> before) throws IOException {
    long deleted = 0;
    for (String id : ids()) {
      if (goes(id, find(id).map(one -> one.report().receivedAt()), before)) {
        folder(id).delete();
        deleted++;
      }
    }
    return deleted;
  }

  private boolean isGivenUp(String id) {
    return folder(id)
        .modifiedAt()
        .map(at -> at.isBefore(clock.instant().minus(GIVEN_UP)))
        .orElse(false);
  }

  /** The files of the newest reports, by their paths below the app's folder. */
  List<String> rawNames(int most) throws IOException {
    List<String> names = new ArrayList<>();
    for (Filed one : all()) {
      for (String name : folder(one.report().id()).names()) {
        if (names.size() < most) {
          names.add(FOLDER + "/" + one.report().id() + "/" + name);
        }
      }
    }
    return names;
  }

  Optional<InputStream> raw(String name) throws IOException {
    String[] parts = name.split("/", -1);
    boolean known =
        parts.length == 3
            && parts[0].equals(FOLDER)
            && ID.matcher(parts[1]).matches()
            && folder(parts[1]).names().contains(parts[2]);
    try {
      return known ? Optional.of(folder(parts[1]).open(parts[2])) : Optional.empty();
    } catch (NoSuchFileException deleted) {
      return Optional.empty();
    }
  }
}
