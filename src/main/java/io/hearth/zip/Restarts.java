package io.hearth.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a reader may begin to unpack in the middle of an entry: blocks that refer to nothing before
 * them. They stand in the entry's record of the directory, so the end of a long log opens without
 * unpacking the rest. See docs/decisions/0120-an-entry-opens-anywhere.md.
 */
final class Restarts {

  /** One place: bytes of text before it, and packed bytes of the entry before it. */
  record Place(long text, long packed) {}

  /** How much text lies between two places at first. */
  static final long STEP = 2L << 20;

  /** With eight bytes each they stay well inside an extra field, which ends at 65,535 bytes. */
  static final int MOST = 4096;

  private static final byte VERSION = 1;

  private final List<Place> places = new ArrayList<>();
  private long step = STEP;
  private long begun;

  /** Whether the block that begins at {@code text} is to be one of them. */
  boolean due(long text) {
    if (text - begun < step) {
      return false;
    }
    begun = text;
    return true;
  }

  void add(long text, long packed) {
    places.add(new Place(text, packed));
    if (places.size() == MOST) {
      thin();
    }
  }

  /** Every second place, and from here on half as many: a longer entry costs no more. */
  private void thin() {
    List<Place> kept = new ArrayList<>();
    for (int i = 1; i < places.size(); i += 2) {
      kept.add(places.get(i));
    }
    places.clear();
    places.addAll(kept);
    step *= 2;
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /**
   * The content of the extra field: a version, then each place by its distance to the one before.
   */
  byte[] bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(1 + 2 * Integer.BYTES * places.size()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(VERSION);
    Place before = new Place(0, 0);
    for (Place place : places) {
      bytes.putInt((int) (place.text() - before.text()));
      bytes.putInt((int) (place.packed() - before.packed()));
      before = place;
    }
    return bytes.array();
  }
}
