package io.hearth.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartsTest {

  private static final int LENGTH = 7 << 20;
  private static final int RECORD = 46;

  /** Repeats itself all the time, so that every block would refer to the one before. */
  private static byte[] text() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    while (text.length() < LENGTH) {
      text.append("2026-03-01 INFO request ").append(random.nextInt(1000)).append('\n');
    }
    return text.substring(0, LENGTH).getBytes(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anEntryUnpacksFromEachPlaceOnItsOwn(int threads) throws Exception {
    byte[] text = text();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StreamingZip zip = new StreamingZip(out, new ZipOptions(5, threads, 5));
        EntryStream entry = zip.entry("a.log", Instant.EPOCH, 0)) {
      // A flush and a sign of life in between make blocks of other lengths.
      entry.write(text, 0, 1_000_001);
      entry.flush();
      entry.signOfLife();
      entry.write(text, 1_000_001, text.length - 1_000_001);
    }
    byte[] zip = out.toByteArray();
    ByteBuffer record = directory(zip);
    int data = 30 + record.getShort(28) + 9;
    List<Restarts.Place> places = places(zip, record);
    assertEquals(3, places.size());
    for (Restarts.Place place : places) {
      assertArrayEquals(
          Arrays.copyOfRange(text, (int) place.text(), text.length),
          inflate(zip, data + (int) place.packed(), text.length - (int) place.text()));
    }
  }

  @Test
  void aShortEntryHasNone() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StreamingZip zip = new StreamingZip(out, new ZipOptions(5, 1, 5));
        EntryStream entry = zip.entry("a.log", Instant.EPOCH, 0)) {
      entry.write(text(), 0, 2 << 20);
    }
    assertEquals(List.of(), places(out.toByteArray(), directory(out.toByteArray())));
  }

  @Test
  void aVeryLongEntryHasFewerForEachOfItsBytes() {
    Restarts restarts = new Restarts();
    long text = 0;
    for (int i = 0; i < 20_000; i++) {
      text += Restarts.STEP;
      if (restarts.due(text)) {
        restarts.add(text, text / 8);
      }
    }
    byte[] bytes = restarts.bytes();
    assertTrue(bytes.length < 0xFFFF, "an extra field of " + bytes.length);
    long sum = 0;
    ByteBuffer field = ByteBuffer.wrap(bytes, 1, bytes.length - 1).order(ByteOrder.LITTLE_ENDIAN);
    while (field.hasRemaining()) {
      sum += Integer.toUnsignedLong(field.getInt());
      field.getInt();
    }
    assertTrue(sum > text - 16 * Restarts.STEP, "the last place lies near the end");
  }

  private static ByteBuffer directory(byte[] zip) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int start = bytes.getInt(zip.length - 6);
    return bytes.slice(start, zip.length - start).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static List<Restarts.Place> places(byte[] zip, ByteBuffer record) {
    List<Restarts.Place> places = new ArrayList<>();
    int at = RECORD + record.getShort(28);
    int end = at + record.getShort(30);
    while (at < end) {
      int length = Short.toUnsignedInt(record.getShort(at + 2));
      if (record.getShort(at) == 0x4548) {
        assertEquals(1, record.get(at + 4));
        long text = 0;
        long packed = 0;
        for (int pair = at + 5; pair < at + 4 + length; pair += 8) {
          text += record.getInt(pair);
          packed += record.getInt(pair + 4);
          places.add(new Restarts.Place(text, packed));
        }
      }
      at += 4 + length;
    }
    return places;
  }

  private static byte[] inflate(byte[] zip, int from, int length) throws Exception {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(zip, from, zip.length - from);
      byte[] text = new byte[length];
      int done = 0;
      while (done < length && !inflater.finished()) {
        done += inflater.inflate(text, done, length - done);
      }
      assertEquals(length, done);
      return text;
    } finally {
      inflater.end();
    }
  }
}
