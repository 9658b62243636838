package io.hearth.collections;

import io.hearth.application.Texts;
import io.hearth.collections.Stage.Content;
import io.hearth.store.PrivateFolder;
import io.hearth.store.Sha256;
import io.hearth.zip.Salvage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Makes what can be made of a ZIP whose process ended while it was written. */
final class Recovery {

  /** The first entry is the ZIP's own introduction. */
  private static final int USABLE = 2;

  private final PrivateFolder folder;
  private final Texts texts;

  Recovery(PrivateFolder folder, Texts texts) {
    this.folder = folder;
    this.texts = texts;
  }

  Stage of(Instant now) throws IOException {
    if (isThere(PartFile.ZIP)) {
      // The process ended between the renaming and the note of it.
      return new Stage.Done(now, content(), Optional.empty());
    }
    Optional<Content> saved = isThere(PartFile.PART) ? saved(now) : Optional.empty();
    folder.delete(PartFile.PART);
    folder.delete(PartFile.ENTRIES);
    return new Stage.Interrupted(now, saved);
  }

  private Optional<Content> saved(Instant now) throws IOException {
    long entries;
    try (FileChannel part =
            FileChannel.open(
                path(PartFile.PART), StandardOpenOption.READ, StandardOpenOption.WRITE);
        InputStream noted = new BufferedInputStream(folder.open(PartFile.ENTRIES))) {
      entries =
          Salvage.close(part, noted, "INTERRUPTED.txt", texts.text("zip.interrupted") + "\n", now);
    } catch (IOException unusable) {
      return Optional.empty();
    }
    if (entries < USABLE) {
      return Optional.empty();
    }
    folder.rename(PartFile.PART, PartFile.ZIP);
    return Optional.of(content());
  }

  private Content content() throws IOException {
    try (ZipFile zip = new ZipFile(path(PartFile.ZIP).toFile())) {
      return new Content(folder.size(PartFile.ZIP), Sha256.of(path(PartFile.ZIP)), zip.size());
    }
  }

  private boolean isThere(String name) {
    return Files.isRegularFile(path(name), LinkOption.NOFOLLOW_LINKS);
  }

  private Path path(String name) {
    return folder.path().resolve(name);
  }
}
