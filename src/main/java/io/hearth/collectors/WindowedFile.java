package io.hearth.collectors;

import static io.hearth.collectors.FileContent.BUFFER;
import static io.hearth.collectors.FileContent.WHOLE;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * Opens the lines of one log that are of the wanted time, at most the newest {@code limit} bytes of
 * them. Lines of another time that stand between are left out while they are read.
 */
final class WindowedFile {

  private static final byte[] NO_HEAD = {};

  private final Path path;
  private final LogWindow window;
  private final long limit;

  private WindowedFile(Path path, LogWindow window, long limit) {
    this.path = path;
    this.window = window;
    this.limit = limit;
  }

  static FileContent open(SafeFiles files, Path path, long limit, LogWindow window)
      throws IOException {
    SeekableByteChannel channel = files.open(path);
    try {
      return new WindowedFile(path, window, limit).open(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private FileContent open(SeekableByteChannel channel) throws IOException {
    byte[] head = FileContent.head(channel);
    if (TextSniff.isGzip(head) && Gzip.isNamed(path)) {
      return unpacking(channel);
    }
    FileContent.refuseBinary(path, head);
    WindowSearch.Region region = window.search(path, channel, channel.size());
    return region.exact() || region.bytes() <= limit
        ? part(channel, head, region)
        : counted(channel, head);
  }

  private FileContent part(SeekableByteChannel channel, byte[] head, WindowSearch.Region region)
      throws IOException {
    boolean cut = region.bytes() > limit;
    boolean part = region.bytes() < channel.size();
    channel.position(cut ? region.end() - limit - 1 : region.start());
    ChannelStream file = new ChannelStream(channel, region.end());
    BufferedInputStream raw = new BufferedInputStream(file, BUFFER);
    if (cut) {
      LineBorder.seek(raw, false);
    }
    WindowStream lines = window.lines(path, raw);
    return new FileContent(file, lines, head, WHOLE, cut, limit, () -> part || lines.leftOut());
  }

  /** Where the wanted lines may stand anywhere, their newest part is known after all were read. */
  private FileContent counted(SeekableByteChannel channel, byte[] head) throws IOException {
    long size = channel.size();
    channel.position(0);
    long wanted = count(window.lines(path, new ChannelStream(channel, size)));
    channel.position(0);
    ChannelStream file = new ChannelStream(channel, size);
    return of(file, window.lines(path, file), head, FileContent.startOf(wanted, limit, NO_HEAD));
  }

  private FileContent unpacking(SeekableByteChannel channel) throws IOException {
    long packed = channel.size();
    long unpacked = Gzip.unpackedSize(channel);
    long skipped = WHOLE;
    if (unpacked > limit) {
      channel.position(0);
      InputStream text = FileContent.unzip(path, new ChannelStream(channel, packed));
      skipped = FileContent.startOf(count(window.lines(path, text)), limit, NO_HEAD);
    }
    channel.position(0);
    ChannelStream file = new ChannelStream(channel, packed);
    BufferedInputStream text = new BufferedInputStream(FileContent.unzip(path, file), BUFFER);
    text.mark(TextSniff.SAMPLE + 1);
    byte[] head = FileContent.sample(text);
    text.reset();
    FileContent.refuseBinary(path, head);
    return of(file, window.lines(path, text), head, skipped);
  }

  private FileContent of(ChannelStream file, WindowStream lines, byte[] head, long skipped) {
    return new FileContent(file, lines, head, skipped, skipped != WHOLE, limit, lines::leftOut);
  }

  /** Up to a break in what is packed. */
  private static long count(InputStream text) throws IOException {
    byte[] block = new byte[BUFFER];
    long all = 0;
    try {
      for (int count = text.read(block); count >= 0; count = text.read(block)) {
        all += count;
      }
    } catch (EOFException | ZipException broken) {
      return all;
    }
    return all;
  }
}
