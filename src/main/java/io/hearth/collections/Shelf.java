package io.hearth.collections;

import io.hearth.host.Host;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The stored ZIPs of all nodes, a folder {@code <shared home>/hearth/zips/<id>} each. Only the node
 * that makes a ZIP writes its {@code job.json}; what others want of it they leave as empty files
 * beside it, which that node looks for. So nobody writes over what another has written.
 */
final class Shelf {

  /** What a node may leave for the one that makes a ZIP. */
  enum Mark {
    KEPT,
    CANCEL,
    DELETED,
    /** Its node is gone, so another one closed it. */
    RESCUED;

    private String file() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String JOB = "job.json";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** After which a folder that tells nothing is no ZIP that is just begun or deleted. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private final Host host;

  Shelf(Host host) {
    this.host = host;
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  /** Asked for each time: a product that is being set up has no home yet. */
  private PrivateFolder all() {
    return PrivateFolder.in(host.layout().sharedHome()).below("zips");
  }

  PrivateFolder folder(String id) {
    return all().below(id);
  }

  /** Newest first. */
  List<StoredZip> zips() throws IOException {
    List<StoredZip> zips = new ArrayList<>();
    for (String id : all().names()) {
      find(id).ifPresent(zips::add);
    }
    zips.sort(Comparator.comparing(StoredZip::createdAt).reversed());
    return zips;
  }

  /** Empty for whatever is no id, and for what is being deleted. */
  Optional<StoredZip> find(String id) {
    return ID.matcher(id).matches() && !marked(id, Mark.DELETED) ? read(id) : Optional.empty();
  }

  private Optional<StoredZip> read(String id) {
    try {
      return Optional.of(JobFile.read(id, marked(id, Mark.KEPT), folder(id).read(JOB)));
    } catch (IOException | RuntimeException notAZip) {
      // Half deleted, or somebody else's.
      return Optional.empty();
    }
  }

  /** Also of one that is being deleted. */
  boolean hasEnded(String id) {
    return read(id).map(zip -> !zip.state().open()).orElse(true);
  }

  void write(StoredZip zip) throws IOException {
    folder(zip.id()).write(JOB, JobFile.write(zip));
  }

  boolean marked(String id, Mark mark) {
    return Files.exists(folder(id).path().resolve(mark.file()), LinkOption.NOFOLLOW_LINKS);
  }

  /** Makes no folder: that of a ZIP that is gone stays away. */
  void mark(String id, Mark mark, boolean on) throws IOException {
    Path file = folder(id).path().resolve(mark.file());
    try {
      if (on) {
        Files.createFile(file);
      } else {
        Files.deleteIfExists(file);
      }
    } catch (FileAlreadyExistsException | NoSuchFileException done) {
      // By somebody else, at the same moment.
      return;
    }
  }

  /** Hidden first, so that nobody sees half of a ZIP. */
  void delete(String id) throws IOException {
    try {
      mark(id, Mark.DELETED, true);
      folder(id).delete();
    } catch (NoSuchFileException gone) {
      // By another node, at the same moment.
      return;
    }
  }

  /** The file of a ZIP that can be downloaded; the caller closes it. */
  FileChannel open(String id) throws IOException {
    return FileChannel.open(
        folder(id).path().resolve(PartFile.ZIP),
        StandardOpenOption.READ,
        LinkOption.NOFOLLOW_LINKS);
  }

  /** What nobody can read, and what was to be deleted by a node that did not come to it. */
  void sweep(Instant now) throws IOException {
    Instant settled = now.minus(SETTLED);
    for (String id : all().names()) {
      boolean nothing = marked(id, Mark.DELETED) || read(id).isEmpty();
      if (nothing && lastChange(id).isBefore(settled)) {
        folder(id).delete();
      }
    }
  }

  private Instant lastChange(String id) throws IOException {
    return Files.getLastModifiedTime(folder(id).path(), LinkOption.NOFOLLOW_LINKS).toInstant();
  }
}
