package io.hearth.collections;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.application.Excerpts;
import io.hearth.redaction.Vocabulary;
import io.hearth.redaction.VocabularyFile;
import io.hearth.store.PrivateFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folder {@code <shared home>/hearth/cluster/collections/<id>}, through which the nodes that
 * make a ZIP together speak. The leading node writes what stands at the top; each other one writes
 * into a folder of its own. Nothing is read that is larger than it can be.
 */
final class Exchange {

  static final String ORDER = "order.json";
  private static final String ALIVE = "alive.txt";
  private static final String GO = "go.json";
  private static final String WORDS = "words.bin";
  private static final String SECRET = "secret.json";
  private static final String ANSWER = "answer.json";
  private static final String ENTRIES = "entries.jsonl";
  private static final String ROWS = "rows.jsonl";
  private static final String INSIGHT = "insight.json";
  private static final String HEALTH = "health.json";
  private static final long MIB = 1L << 20;
  private static final Gson GSON = new Gson();

  /** Each node's folder in the ZIP; whoever is not among them is given up. */
  private record Go(Map<String, String> folders) {}

  private final PrivateFolder folder;
  private final String id;

  Exchange(PrivateFolder collections, String id) {
    this.folder = collections.below(id);
    this.id = id;
  }

  String id() {
    return id;
  }

  PrivateFolder of(String node) {
    return folder.below(node);
  }

  void ask(String node, String secret) throws IOException {
    of(node).write(SECRET, secret);
  }

  /** Read once: afterwards it is in the memory of this node only. */
  Optional<String> takeSecret(String node) throws IOException {
    Optional<String> secret = read(of(node), SECRET, 4 * MIB);
    of(node).delete(SECRET);
    return secret;
  }

  void forgetSecret(String node) throws IOException {
    of(node).delete(SECRET);
  }

  void order(PartOrder order) throws IOException {
    folder.write(ORDER, GSON.toJson(order));
  }

  Optional<PartOrder> order() throws IOException {
    return json(folder, ORDER, PartOrder.class);
  }

  boolean ordered() {
    return Files.exists(folder.path().resolve(ORDER), LinkOption.NOFOLLOW_LINKS);
  }

  void alive(long beat) throws IOException {
    folder.write(ALIVE, Long.toString(beat));
  }

  /** Changes as long as the leading node works. */
  String alive() throws IOException {
    return read(folder, ALIVE, 100).orElse("");
  }

  void answer(String node, NodeAnswer answer) throws IOException {
    of(node).write(ANSWER, GSON.toJson(answer));
  }

  Optional<NodeAnswer> answer(String node) throws IOException {
    return json(of(node), ANSWER, NodeAnswer.class).filter(NodeAnswer::isWhole);
  }

  void words(PrivateFolder of, Vocabulary vocabulary) throws IOException {
    of.write(WORDS, out -> VocabularyFile.write(vocabulary, out));
  }

  void addWords(String node, Vocabulary to) throws IOException {
    try (InputStream in = open(of(node), WORDS, 256 * MIB)) {
      VocabularyFile.add(in, to);
    }
    of(node).delete(WORDS);
  }

  /** All may redact: with these words, each under the folder that is told. */
  void go(Vocabulary vocabulary, Map<String, String> folders) throws IOException {
    words(folder, vocabulary);
    folder.write(GO, GSON.toJson(new Go(folders)));
  }

  /** Empty until all have learned; the folder is empty for a node that was given up. */
  Optional<Optional<String>> folder(String node) throws IOException {
    return json(folder, GO, Go.class).map(go -> Optional.ofNullable(go.folders().get(node)));
  }

  void takeWords(Vocabulary to) throws IOException {
    try (InputStream in = open(folder, WORDS, 256 * MIB)) {
      VocabularyFile.replace(in, to);
    }
  }

  void entries(String node, PrivateFolder.Content content) throws IOException {
    of(node).write(ENTRIES, content);
  }

  InputStream entries(String node) throws IOException {
    return open(of(node), ENTRIES, 64 * MIB);
  }

  void rows(String node, PrivateFolder.Content content) throws IOException {
    of(node).write(ROWS, content);
  }

  InputStream rows(String node) throws IOException {
    return open(of(node), ROWS, 256 * MIB);
  }

  void insight(String node, PrivateFolder.Content content) throws IOException {
    of(node).write(INSIGHT, content);
  }

  InputStream insight(String node) throws IOException {
    return open(of(node), INSIGHT, 16 * MIB);
  }

  void health(String node, String entry) throws IOException {
    of(node).write(HEALTH, entry);
  }

  /** Empty where a node makes no health checks. */
  Optional<String> health(String node) throws IOException {
    return read(of(node), HEALTH, Excerpts.LONGEST);
  }

  Path zip(String node) {
    return of(node).path().resolve(PartFile.ZIP);
  }

  /** The order goes first: by that the others know that it is over. */
  void delete() throws IOException {
    folder.delete(ORDER);
    folder.delete();
  }

  private static <T> Optional<T> json(PrivateFolder folder, String name, Class<T> type)
      throws IOException {
    try {
      return read(folder, name, MIB).map(text -> GSON.fromJson(text, type));
    } catch (JsonParseException | IllegalArgumentException | NullPointerException broken) {
      throw new IOException(name + " of a collection is broken", broken);
    }
  }

  private static Optional<String> read(PrivateFolder folder, String name, long most)
      throws IOException {
    try (InputStream in = open(folder, name, most)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (NoSuchFileException | FileNotFoundException none) {
      return Optional.empty();
    }
  }

  private static InputStream open(PrivateFolder folder, String name, long most) throws IOException {
    if (folder.size(name) > most) {
      throw new IOException(name + " of a collection is larger than it can be");
    }
    return folder.open(name);
  }
}
