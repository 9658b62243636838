package io.hearth.collections;

import io.hearth.privacy.Category;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.Place;
import io.hearth.privacy.Retention;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stored Support ZIPs, as the page Privacy tells and deletes them. */
final class StoredZipData implements DataKind {

  private static final String ROOT = "zips/";
  private static final String JOB = "/job.json";
  private static final String ZIP = "/support.zip";

  private final StoredZips zips;

  StoredZipData(StoredZips zips) {
    this.zips = zips;
  }

  @Override
  public String id() {
    return "stored-zips";
  }

  @Override
  public Category category() {
    return Category.SUPPORT_DATA;
  }

  @Override
  public List<String> fields() {
    return List.of(
        "zip",
        "file",
        "node",
        "startedBy",
        "items",
        "of",
        "cause",
        "nodes",
        "absence",
        "clockAheadMs",
        "createdAt",
        "state",
        "endedAt",
        "content",
        "progress",
        "trouble",
        "outcome",
        "bytes",
        "sha256",
        "entries",
        "phase",
        "filesDone",
        "filesTotal",
        "bytesRead",
        "bytesExpected",
        "zipBytes",
        "currentItem",
        "elapsedMs",
        "cut",
        "missing",
        "name",
        "reason",
        "redactions",
        "check",
        "total",
        "found",
        "kind",
        "count");
  }

  @Override
  public List<Place> places() {
    return List.of(
        new Place(Place.Root.SHARED_HOME, "hearth/zips/<id>"),
        new Place(Place.Root.SHARED_HOME, "hearth/cluster/collections/<id>"));
  }

  @Override
  public Retention retention() {
    return new Retention.Fixed((int) StoredZip.KEPT.toDays());
  }

  @Override
  public boolean collecting() {
    return true;
  }

  @Override
  public Holdings holdings(Optional<Instant> before) {
    List<StoredZip> taken = taken(before);
    return Holdings.of(taken.stream().map(StoredZip::createdAt).toList(), StoredZips.bytes(taken));
  }

  /** What somebody marked as kept has no age: it goes with all, or by hand. */
  private List<StoredZip> taken(Optional<Instant> before) {
    return zips.all().stream()
        .filter(zip -> DataKind.takes(before, zip.createdAt()) && (before.isEmpty() || !zip.kept()))
        .toList();
  }

  @Override
  public List<String> rawNames() {
    List<String> names = new ArrayList<>();
    for (StoredZip zip : zips.all()) {
      names.add(ROOT + zip.id() + JOB);
      zip.stage().content().ifPresent(content -> names.add(ROOT + zip.id() + ZIP));
    }
    return names;
  }

  @Override
  public Optional<InputStream> raw(String name) throws IOException {
    String id = name.substring(Math.min(ROOT.length(), name.length())).split("/", 2)[0];
    Optional<StoredZip> zip = rawNames().contains(name) ? zips.find(id) : Optional.empty();
    if (zip.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        name.endsWith(ZIP)
            ? Channels.newInputStream(zips.open(zip.get()))
            : new ByteArrayInputStream(JobFile.write(zip.get()).getBytes(StandardCharsets.UTF_8)));
  }

  /** One that another node is making goes when that node has stopped, within two seconds. */
  @Override
  public long delete(Optional<Instant> before) {
    return taken(before).stream().filter(zip -> zips.delete(zip.id()).isPresent()).count();
  }
}
