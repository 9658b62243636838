package io.hearth.zip;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes a ZIP whose writer died. The directory of a ZIP stands at its end, so the writer notes
 * each line of it beside the ZIP; whole entries get their directory, half of one is cut off.
 */
public final class Salvage {

  private static final int SHORTEST_RECORD = 46;

  /** A name, and the extra field of ZIP64. */
  private static final int LONGEST_RECORD = SHORTEST_RECORD + 0xFFFF + 64;

  private record Entered(byte[] centralRecord, long end) {}

  private Salvage() {}

  /** Notes the entries in {@code out}, each in one write. */
  public static EntryJournal journal(OutputStream out) {
    DataOutputStream data = new DataOutputStream(out);
    return (centralRecord, end) -> {
      data.writeInt(centralRecord.length);
      data.writeLong(end);
      data.write(centralRecord);
      data.flush();
    };
  }

  /**
   * Ends the ZIP after its last whole entry, with one more entry that says so.
   *
   * @return how many entries there are beside that one; with 0 nothing was changed
   */
  public static long close(
      FileChannel zip, InputStream journal, String name, String text, Instant at)
      throws IOException {
    List<Entered> entered = read(journal, zip.size());
    if (entered.isEmpty()) {
      return 0;
    }
    long end = entered.get(entered.size() - 1).end();
    zip.truncate(end);
    zip.position(end);
    StreamingZip rest =
        new StreamingZip(
            Channels.newOutputStream(zip),
            new ZipOptions(1, 1, Thread.MIN_PRIORITY),
            EntryJournal.none(),
            end);
    try (rest) {
      entered.forEach(one -> rest.found(one.centralRecord()));
      try (EntryStream note = rest.entry(name, at, 0)) {
        note.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return entered.size();
  }

  /**
   * The journal may be ahead of what the ZIP's own buffer let out, and end in the midst of a line.
   */
  private static List<Entered> read(InputStream journal, long size) throws IOException {
    List<Entered> entered = new ArrayList<>();
    DataInputStream data = new DataInputStream(journal);
    long before = 0;
    while (true) {
      try {
        int length = data.readInt();
        long end = data.readLong();
        if (length < SHORTEST_RECORD || length > LONGEST_RECORD || end <= before || end > size) {
          return entered;
        }
        byte[] record = new byte[length];
        data.readFully(record);
        entered.add(new Entered(record, end));
        before = end;
      } catch (EOFException over) {
        return entered;
      }
    }
  }
}
