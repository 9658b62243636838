package io.hearth.application.redaction;

import com.google.gson.Gson;
import io.hearth.host.Host;
import io.hearth.redaction.PseudonymKey;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The open support cases, each a folder {@code <shared home>/hearth/redaction/cases/<id>} with its
 * key, so that every node gives the same value the same pseudonym. Closing a case deletes the
 * folder: without the key no pseudonym can be traced back or linked any more.
 */
public final class SupportCases {

  /** An open case; {@code zips} were made for it so far. */
  public record SupportCase(String id, String name, Instant openedAt, long zips, boolean lookup) {}

  private record Kept(String name, String openedAt, boolean lookup) {}

  public static final int MOST = 50;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final String KEY = "key";
  private static final String CASE = "case.json";
  private static final String ZIPS = "zips";
  private static final Gson GSON = new Gson();

  private final Host host;
  private final Clock clock;

  public SupportCases(Host host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  /** Asked for each time: a product that is being set up has no home yet. */
  static PrivateFolder folderIn(Host host) {
    return PrivateFolder.in(host.layout().sharedHome()).below("redaction");
  }

  PrivateFolder folder() {
    return folderIn(host).below("cases");
  }

  /** Newest first. */
  public List<SupportCase> all() {
    try {
      List<SupportCase> cases = new ArrayList<>();
      for (String id : folder().names()) {
        find(id).ifPresent(cases::add);
      }
      cases.sort(Comparator.comparing(SupportCase::openedAt).reversed());
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException("listing support cases", e);
    }
  }

  public Optional<SupportCase> find(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    PrivateFolder one = folder().below(id);
    try {
      Kept kept = GSON.fromJson(one.read(CASE), Kept.class);
      Instant opened = Instant.parse(kept.openedAt());
      long zips = one.below(ZIPS).names().size();
      return Optional.of(new SupportCase(id, kept.name(), opened, zips, kept.lookup()));
    } catch (IOException | RuntimeException notACase) {
      // Half deleted, or somebody else's: no case that could be chosen.
      return Optional.empty();
    }
  }

  /** Empty when there are too many. */
  public Optional<SupportCase> open(String name, boolean lookup) {
    if (all().size() >= MOST) {
      return Optional.empty();
    }
    String id = UUID.randomUUID().toString();
    Instant now = clock.instant();
    PrivateFolder one = folder().below(id);
    try {
      one.write(KEY, PseudonymKey.random().text());
      one.write(CASE, GSON.toJson(new Kept(name, now.toString(), lookup)));
    } catch (IOException e) {
      throw new UncheckedIOException("opening a support case", e);
    }
    return Optional.of(new SupportCase(id, name, now, 0, lookup));
  }

  /** Whether there was such a case; its key and its look-up tables are gone then. */
  public boolean close(String id) {
    if (find(id).isEmpty()) {
      return false;
    }
    try {
      folder().below(id).delete(KEY);
      folder().below(id).delete();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("closing a support case", e);
    }
  }

  /** Only for making a ZIP; empty when the case was closed meanwhile. */
  Optional<PseudonymKey> key(String id) {
    try {
      return find(id).isPresent()
          ? Optional.of(PseudonymKey.of(folder().below(id).read(KEY)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A file for each ZIP: nodes that add at the same time need no lock. */
  void zipMade(String id) {
    try {
      if (find(id).isPresent()) {
        folder().below(id).below(ZIPS).write(UUID.randomUUID().toString(), "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("counting a ZIP of a support case", e);
    }
  }

  PrivateFolder tables(String id) {
    return folder().below(id).below("tables");
  }
}
