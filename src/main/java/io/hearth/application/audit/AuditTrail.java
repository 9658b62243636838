package io.hearth.application.audit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who did what and when, as JSON lines in {@code <shared home>/hearth/nodes/<node>/audit.jsonl}.
 * Each node writes a file of its own, so that no two machines ever append to the same one, which a
 * network file system need not keep apart. Bounded: a full file becomes {@code audit.1.jsonl}, and
 * of those the oldest goes.
 */
public final class AuditTrail {

  static final String FILE = "audit.jsonl";

  /** Some three thousand lines. */
  static final long FULL = 1 << 20;

  /** Files beside the one that is written to. */
  static final int KEPT = 4;

  // A name such as <b> stays readable; nobody shows these lines as HTML.
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Host host;
  private final Clock clock;

  public AuditTrail(Host host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  /** {@code what} holds ids, counts and names that the person gave, never a value that was read. */
  public synchronized void add(HostUser who, Deed deed, JsonObject what) throws IOException {
    JsonObject line = new JsonObject();
    line.addProperty("at", clock.instant().toString());
    line.addProperty("who", who.name());
    line.addProperty("key", who.key());
    line.addProperty("did", deed.id());
    what.entrySet().forEach(one -> line.add(one.getKey(), one.getValue()));
    PrivateFolder folder = folder();
    if (folder.size(FILE) >= FULL) {
      rotate(folder);
    }
    folder.append(FILE, GSON.toJson(line) + "\n");
  }

  /** The same into the product's own audit log, where it has one. */
  public void copy(HostUser who, Deed deed, JsonObject what) {
    host.audit(who, deed.id(), GSON.toJson(what));
  }

  private PrivateFolder folder() {
    return nodes().below(host.nodeId());
  }

  private PrivateFolder nodes() {
    return PrivateFolder.nodesIn(host.layout().sharedHome());
  }

  /** Of all nodes, newest first. */
  public List<AuditEntry> all() throws IOException {
    List<AuditEntry> all = new ArrayList<>();
    for (String node : nodes().names()) {
      for (String file : AuditLines.files()) {
        for (String line : AuditLines.read(nodes().below(node), file)) {
          AuditLines.parse(node, line).ifPresent(all::add);
        }
      }
    }
    all.sort(Comparator.comparing(AuditEntry::at).reversed());
    return all;
  }

  /** Drops this node's lines that are older and what is no line, and tells how many. */
  synchronized long expire(Instant before) throws IOException {
    return expire(host.nodeId(), before);
  }

  /** The same of a node that does not run. */
  synchronized long expire(String node, Instant before) throws IOException {
    long went = 0;
    for (String file : AuditLines.files()) {
      went += AuditLines.drop(nodes().below(node), file, line -> line.at().isBefore(before));
    }
    return went;
  }

  private static void rotate(PrivateFolder folder) throws IOException {
    for (int n = KEPT; n > 1; n--) {
      if (folder.size(old(n - 1)) > 0) {
        folder.rename(old(n - 1), old(n));
      }
    }
    try {
      folder.rename(FILE, old(1));
    } catch (NoSuchFileException rotated) {
      // By the app before an upgrade, whose last request still runs.
      return;
    }
  }

  static String old(int number) {
    return "audit." + number + ".jsonl";
  }
}
