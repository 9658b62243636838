package io.hearth.collections;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Has nodes make ZIPs together and kills one of them at a random moment, again and again on the
 * same shared home; after each death every ZIP must end, and be what it says.
 */
public final class Killing {

  private static final List<String> NODES = List.of("node1", "node2", "node3");
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final int LONGEST_LIFE_MS = 2500;

  /** What the deaths left. */
  record Result(
      int kills, Map<String, Integer> states, List<String> broken, List<String> stuck, long left) {

    boolean good() {
      return broken.isEmpty() && stuck.isEmpty() && left == 0;
    }
  }

  private final Path home;
  private final Random random;
  private final Map<String, Process> nodes = new HashMap<>();
  private final Map<String, Integer> states = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();
  private final List<String> stuck = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  Killing(Path home, long seed) {
    this.home = home;
    this.random = new Random(seed);
  }

  /** Arguments: how often to kill, and the seed of the moments. */
  public static void main(String[] arguments) throws Exception {
    Path home = Files.createTempDirectory("hearth-kill");
    try {
      Result result =
          new Killing(home, Long.parseLong(arguments[1])).run(Integer.parseInt(arguments[0]));
      System.out.println(result);
      if (!result.good()) {
        throw new IllegalStateException("a kill left more than it may");
      }
    } finally {
      new PrivateFolder(home).delete();
    }
  }

  Result run(int kills) throws IOException, InterruptedException {
    try {
      for (int kill = 0; kill < kills; kill++) {
        for (String node : NODES) {
          if (!nodes.containsKey(node)) {
            nodes.put(node, started(node));
          }
        }
        order(any());
        Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
        String victim = any();
        nodes.remove(victim).destroyForcibly().waitFor();
        nodes.put(victim, started(victim));
        waitForEnds();
        look();
      }
      return new Result(kills, states, broken, stuck, left());
    } finally {
      nodes.values().forEach(Process::destroyForcibly);
    }
  }

  private String any() {
    return NODES.get(random.nextInt(NODES.size()));
  }

  private Process started(String node) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledNode.class.getName(),
                home.toString(),
                node)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() < 0) {
      throw new IOException(node + " does not start");
    }
    return process;
  }

  private void order(String node) throws IOException {
    OutputStream in = nodes.get(node).getOutputStream();
    in.write('\n');
    in.flush();
  }

  private List<StoredZip> zips() throws IOException {
    List<StoredZip> zips = new ArrayList<>();
    PrivateFolder all = new PrivateFolder(home.resolve("hearth/zips"));
    for (String id : all.names()) {
      Optional<StoredZip> zip = read(all.below(id), id);
      zip.ifPresent(zips::add);
    }
    return zips;
  }

  private static Optional<StoredZip> read(PrivateFolder folder, String id) {
    try {
      return Optional.of(JobFile.read(id, false, folder.read("job.json")));
    } catch (IOException | RuntimeException beingDeleted) {
      return Optional.empty();
    }
  }

  private void waitForEnds() throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST_WAIT_NANOS;
    while (zips().stream().anyMatch(zip -> zip.state().open())) {
      if (System.nanoTime() > end) {
        zips().stream().filter(zip -> zip.state().open()).forEach(zip -> stuck.add(zip.toString()));
        return;
      }
      Thread.sleep(100);
    }
  }

  /** Each once, and then it makes room. */
  private void look() throws IOException {
    for (StoredZip zip : zips()) {
      if (!zip.state().open() && seen.add(zip.id())) {
        states.merge(zip.state().name(), 1, Integer::sum);
        zip.nodes().forEach(share -> states.merge("node " + share.state(), 1, Integer::sum));
        if (zip.stage().content().isPresent()) {
          check(zip);
        }
        new PrivateFolder(home.resolve("hearth/zips")).below(zip.id()).delete();
      }
    }
  }

  private void check(StoredZip zip) {
    Path file = home.resolve("hearth/zips").resolve(zip.id()).resolve("support.zip");
    try (ZipFile opened = new ZipFile(file.toFile())) {
      Map<String, Long> sizes = new TreeMap<>();
      for (ZipEntry entry : opened.stream().toList()) {
        try (InputStream in = opened.getInputStream(entry)) {
          sizes.put(entry.getName(), (long) in.readAllBytes().length);
        }
      }
      ZipEntry manifest = opened.getEntry("manifest.json");
      if (zip.state() == State.DONE) {
        try (InputStream in = opened.getInputStream(manifest)) {
          compare(zip, sizes, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException | RuntimeException e) {
      broken.add(zip.id() + ": " + e);
    }
  }

  private void compare(StoredZip zip, Map<String, Long> sizes, String manifest) {
    Map<String, Long> told = new TreeMap<>();
    JsonObject json = JsonParser.parseString(manifest).getAsJsonObject();
    for (JsonElement one : json.getAsJsonArray("entries")) {
      JsonObject entry = one.getAsJsonObject();
      if (entry.has("bytesAfter")) {
        told.put(entry.get("name").getAsString(), entry.get("bytesAfter").getAsLong());
      }
    }
    sizes.keySet().removeAll(List.of("manifest.json", "index.html"));
    if (!told.equals(sizes)) {
      broken.add(zip.id() + ": its manifest tells other entries");
    }
  }

  /** Files of the exchange that stay when nobody works any more. */
  private long left() throws IOException, InterruptedException {
    PrivateFolder exchange = new PrivateFolder(home.resolve("hearth/cluster/collections"));
    for (int n = 0; n < 150 && !exchange.names().isEmpty(); n++) {
      Thread.sleep(100);
    }
    return exchange.names().size();
  }
}
