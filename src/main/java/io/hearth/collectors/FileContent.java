package io.hearth.collectors;

import io.hearth.collectors.Entry.Unreadable;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The text of one file: unpacked, at most its last {@code limit} bytes, from a line border, up to
 * the size it had when it was opened. Reads in constant memory. What went wrong on the way does not
 * end in an exception but in {@link #shortfall()}, for what could be read is worth having.
 */
public final class FileContent extends InputStream {

  static final int BUFFER = 64 * 1024;
  static final long WHOLE = -1;

  private final ChannelStream file;
  private final BufferedInputStream text;
  private final byte[] mark;
  private long toSkip;
  private final boolean cut;
  private long left;
  private int markGiven;
  private final BooleanSupplier outsideWindow;
  private boolean damaged;
  private boolean over;

  FileContent(ChannelStream file, InputStream text, byte[] head, long toSkip, long limit) {
    this(file, text, head, toSkip, toSkip != WHOLE, limit, () -> false);
  }

  /**
   * @param cut whether something before the text was left out already
   * @param outsideWindow asked after the end: whether lines of another time were left out
   */
  FileContent(
      ChannelStream file,
      InputStream text,
      byte[] head,
      long toSkip,
      boolean cut,
      long limit,
      BooleanSupplier outsideWindow) {
    this.file = file;
    this.text = text instanceof BufferedInputStream b ? b : new BufferedInputStream(text, BUFFER);
    this.cut = cut;
    // The mark that tells UTF-16 stands at the start of the file, so a cut repeats it.
    this.mark = cut && TextSniff.isUtf16(head) ? Arrays.copyOf(head, 2) : new byte[0];
    this.toSkip = toSkip;
    this.left = limit;
    this.outsideWindow = outsideWindow;
  }

  static FileContent open(SafeFiles files, Path path, long limit) throws IOException {
    SeekableByteChannel channel = files.open(path);
    try {
      byte[] head = head(channel);
      return TextSniff.isGzip(head) && Gzip.isNamed(path)
          ? unpacking(path, channel, limit)
          : plain(path, channel, head, limit);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static FileContent plain(Path path, SeekableByteChannel channel, byte[] head, long limit)
      throws IOException {
    refuseBinary(path, head);
    long size = channel.size();
    long start = startOf(size, limit, head);
    channel.position(Math.max(0, start));
    ChannelStream file = new ChannelStream(channel, size);
    return new FileContent(file, file, head, start < 0 ? WHOLE : 0, limit);
  }

  private static FileContent unpacking(Path path, SeekableByteChannel channel, long limit)
      throws IOException {
    long packed = channel.size();
    long unpacked = Gzip.unpackedSize(channel);
    channel.position(0);
    ChannelStream file = new ChannelStream(channel, packed);
    BufferedInputStream text = new BufferedInputStream(unzip(path, file), BUFFER);
    text.mark(TextSniff.SAMPLE + 1);
    byte[] head = sample(text);
    text.reset();
    refuseBinary(path, head);
    return new FileContent(file, text, head, startOf(unpacked, limit, head), limit);
  }

  /**
   * Where the search for a line border begins: one unit before the last {@code limit} bytes, at an
   * even place in UTF-16.
   */
  static long startOf(long size, long limit, byte[] head) {
    if (size <= limit) {
      return WHOLE;
    }
    long from = size - limit;
    return TextSniff.isUtf16(head) ? from + from % 2 - 2 : from - 1;
  }

  static InputStream unzip(Path path, ChannelStream file) throws IOException {
    try {
      return new GZIPInputStream(file, BUFFER / 8);
    } catch (EOFException | ZipException broken) {
      throw new UnreadableException(path, Unreadable.DAMAGED);
    }
  }

  /** What comes before a break is judged too; the break itself is told where it is reached. */
  static byte[] sample(InputStream text) throws IOException {
    byte[] sample = new byte[TextSniff.SAMPLE];
    int filled = 0;
    try {
      for (int count = 0; count >= 0 && filled < sample.length; ) {
        count = text.read(sample, filled, sample.length - filled);
        filled += Math.max(0, count);
      }
    } catch (EOFException | ZipException broken) {
      return Arrays.copyOf(sample, filled);
    }
    return Arrays.copyOf(sample, filled);
  }

  /** Why this is not all of the file; known for certain once the end was reached. */
  public Optional<Unreadable> shortfall() {
    if (file.shrunk()) {
      return Optional.of(Unreadable.SHRUNK);
    }
    if (damaged) {
      return Optional.of(Unreadable.DAMAGED);
    }
    if (cut || over) {
      return Optional.of(Unreadable.OVER_LIMIT);
    }
    return outsideWindow.getAsBoolean() ? Optional.of(Unreadable.OUTSIDE_WINDOW) : Optional.empty();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (markGiven < mark.length) {
      into[from] = mark[markGiven++];
      return 1;
    }
    try {
      if (toSkip != WHOLE) {
        text.skipNBytes(toSkip);
        toSkip = WHOLE;
        LineBorder.seek(text, mark.length > 0);
      }
      return readText(into, from, length);
    } catch (EOFException | ZipException broken) {
      damaged = true;
      toSkip = WHOLE;
      left = 0;
      return -1;
    }
  }

  private int readText(byte[] into, int from, int length) throws IOException {
    if (left <= 0) {
      over |= !damaged && text.read() >= 0;
      return -1;
    }
    int count = text.read(into, from, (int) Math.min(left, length));
    left -= Math.max(0, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
    file.close();
  }

  static byte[] head(SeekableByteChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(TextSniff.SAMPLE);
    while (head.hasRemaining() && channel.read(head) >= 0) {
      continue;
    }
    return Arrays.copyOf(head.array(), head.position());
  }

  static void refuseBinary(Path path, byte[] sample) throws UnreadableException {
    if (TextSniff.isBinary(sample)) {
      throw new UnreadableException(path, Unreadable.BINARY);
    }
  }
}
