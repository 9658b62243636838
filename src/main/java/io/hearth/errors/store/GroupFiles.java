package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Lines.Sampled;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The snapshots of one node's groups: a line with the counts, then one for each sample. */
final class GroupFiles {

  /** A snapshot; {@code journal} is the last one it includes. */
  record Snapshot(int journal, Part part, List<Sampled> samples) {}

  static final String FOLDER = "groups";
  private static final String END = ".jsonl";

  /** Our own are at most 64 KB, unless another version's bounds are wider. */
  private static final int LARGEST = 256 << 10;

  private final PrivateFolder folder;

  GroupFiles(PrivateFolder node) {
    this.folder = node.below(FOLDER);
  }

  Path path(GroupId id) {
    return folder.path().resolve(id.text() + END);
  }

  /** Of files with another name nobody is told: they are not ours. */
  static Optional<GroupId> idOf(String fileName) {
    return fileName.endsWith(END)
        ? GroupId.parse(fileName.substring(0, fileName.length() - END.length()))
        : Optional.empty();
  }

  List<GroupId> ids() throws IOException {
    if (!Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    return folder.names().stream().flatMap(name -> idOf(name).stream()).toList();
  }

  /**
   * Empty when there is none, or one that was broken from outside.
   *
   * @throws IOException when it is there and cannot be read
   */
  Optional<Snapshot> read(GroupId id) throws IOException {
    try {
      BasicFileAttributes file =
          Files.readAttributes(path(id), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!file.isRegularFile() || file.size() > LARGEST) {
        return Optional.empty();
      }
      return parse(id, Files.readString(path(id)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (java.nio.charset.CharacterCodingException broken) {
      return Optional.empty();
    }
  }

  private static Optional<Snapshot> parse(GroupId id, String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty()
        || !(Lines.read(lines.get(0)).orElse(null) instanceof Lines.Counted counts)
        || !counts.part().id.equals(id)) {
      return Optional.empty();
    }
    List<Sampled> samples = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (Lines.read(line).orElse(null) instanceof Sampled sample && sample.id().equals(id)) {
        samples.add(sample);
      }
    }
    return Optional.of(new Snapshot(counts.journal(), counts.part(), samples));
  }

  /** Writes a snapshot; its bytes. */
  int write(Snapshot snapshot) throws IOException {
    StringBuilder text = new StringBuilder(Lines.counted(snapshot.journal(), snapshot.part()));
    snapshot.samples().forEach(sample -> text.append(sample.text()).append('\n'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    folder.write(snapshot.part().id.text() + END, out -> out.write(bytes));
    return bytes.length;
  }

  void delete(GroupId id) throws IOException {
    Files.deleteIfExists(path(id));
  }
}
