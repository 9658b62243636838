package io.hearth.insight;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * What the logs of one node tell, and how it goes to the node that puts the ZIP together: a file of
 * that one's own version, since counts can only be added up before they are listed.
 */
public final class NodeTold {

  private static final int VERSION = 1;
  private static final int LONGEST_OFFSET = 18 * 3600;
  private static final Gson GSON = new Gson();

  /** A difference of clocks below it may be a mistake in measuring it. */
  private static final Duration TELLING = Duration.ofSeconds(2);

  private static final Duration MOST_AHEAD = Duration.ofDays(3660);

  /** {@code zone} in seconds: lines without one are in it. */
  private record FileData(int version, int zone, Told.Data told) {}

  private final Told told;
  private final long moved;

  NodeTold(Told told, long moved) {
    this.told = told;
    this.moved = moved;
  }

  Told told() {
    return told;
  }

  /** By how many seconds its times were moved to fit those of the node that tells. */
  long moved() {
    return moved;
  }

  public void write(OutputStream out, ZoneOffset zone) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    GSON.toJson(new FileData(VERSION, zone.getTotalSeconds(), told.data()), writer);
    writer.flush();
  }

  /**
   * Trusts nothing of it.
   *
   * @param folder what the name of each entry must begin with
   * @param nodes that share the bounds of one
   * @param ahead how far its clock is ahead of ours
   * @param zone of this node
   */
  public static NodeTold read(
      InputStream in, String folder, int nodes, Duration ahead, ZoneOffset zone)
      throws IOException {
    try {
      FileData file =
          GSON.fromJson(
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
              FileData.class);
      Claims.require(file.version() == VERSION && Math.abs(file.zone()) <= LONGEST_OFFSET);
      Claims.require(ahead.abs().compareTo(MOST_AHEAD) <= 0);
      long clock = ahead.abs().compareTo(TELLING) < 0 ? 0 : Math.round(ahead.toMillis() / 1000.0);
      long moved = zone.getTotalSeconds() - file.zone() - clock;
      Bounds bounds = Bounds.sharedBy(nodes);
      Told told = new Told(bounds);
      told.add(file.told(), new Claims(folder, moved), bounds);
      return new NodeTold(told, moved);
    } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
      throw new IOException("what a node tells of its logs is broken", e);
    }
  }
}
