package io.hearth.errors.store;

import com.google.gson.stream.JsonReader;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Lines.Sampled;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The snapshots of one node's groups, in at most 256 files by the first two digits of their ids: a
 * line that names the last journal that is in it, then for each group a line with its counts and
 * one for each sample.
 */
final class GroupFiles {

  /** A group as it stands in a file; its counts are parsed only when asked for. */
  record Kept(GroupId id, String counts, List<Sampled> samples) {

    Optional<Part> part() {
      return Lines.read(counts).orElse(null) instanceof Lines.Counted counted
          ? Optional.of(counted.part())
          : Optional.empty();
    }

    /** About, as most texts are ASCII. */
    int bytes() {
      return samples.stream().mapToInt(sample -> sample.text().length() + 1).sum()
          + counts.length()
          + 1;
    }
  }

  record Shard(int journal, Map<GroupId, Kept> groups) {}

  static final String FOLDER = "groups";

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{2}\\.jsonl");
  private static final String END = ".jsonl";

  /** A larger one is not ours: groups and their bytes are bounded, for each file as well. */
  private static final int LARGEST = 16 << 20;

  private final PrivateFolder folder;

  GroupFiles(PrivateFolder node) {
    this.folder = node.below(FOLDER);
  }

  static String shardOf(GroupId id) {
    return id.text().substring(0, 2);
  }

  static String fileOf(String shard) {
    return shard + END;
  }

  List<String> shards() throws IOException {
    if (!Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    return folder.names().stream()
        .filter(name -> NAME.matcher(name).matches())
        .map(name -> name.substring(0, 2))
        .toList();
  }

  /**
   * Empty when there is none, or a file that is not ours.
   *
   * @throws IOException when it is there and cannot be read
   */
  Optional<Shard> read(String shard) throws IOException {
    Path path = folder.path().resolve(fileOf(shard));
    try {
      BasicFileAttributes file =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!file.isRegularFile() || file.size() > LARGEST) {
        return Optional.empty();
      }
      return parse(shard);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  private Optional<Shard> parse(String shard) throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream in = folder.open(fileOf(shard))) {
      LineFile.read(in, 0, (line, offset) -> lines.add(line));
    }
    int journal = lines.isEmpty() ? 0 : journal(lines.get(0));
    if (journal == 0) {
      return Optional.empty();
    }
    Map<GroupId, Kept> groups = new LinkedHashMap<>();
    for (String line : lines) {
      Optional<GroupId> id = Lines.groupOf(line).filter(one -> shardOf(one).equals(shard));
      if (id.isPresent()) {
        Optional<Sampled> sample = Lines.sample(line);
        Kept known = groups.get(id.get());
        if (sample.isEmpty() && known == null) {
          groups.put(id.get(), new Kept(id.get(), line, new ArrayList<>()));
        } else if (sample.isPresent() && known != null) {
          known.samples().add(sample.get());
        }
      }
    }
    return Optional.of(new Shard(journal, groups));
  }

  /** 0 for a line that names none. */
  private static int journal(String line) {
    try (JsonReader json = Lines.strict(line)) {
      json.beginObject();
      int journal = json.nextName().equals("journal") ? json.nextInt() : 0;
      json.endObject();
      return Math.max(0, journal);
    } catch (IOException | IllegalStateException | NumberFormatException broken) {
      return 0;
    }
  }

  /** Without groups there is no file. */
  void write(String shard, int journal, Collection<Kept> groups) throws IOException {
    if (groups.isEmpty()) {
      Files.deleteIfExists(folder.path().resolve(fileOf(shard)));
      return;
    }
    StringBuilder text = new StringBuilder("{\"journal\":" + journal + "}\n");
    for (Kept group : groups) {
      text.append(group.counts()).append('\n');
      group.samples().forEach(sample -> text.append(sample.text()).append('\n'));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    folder.write(fileOf(shard), out -> out.write(bytes));
  }
}
