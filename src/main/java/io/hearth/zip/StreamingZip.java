package io.hearth.zip;

import java.io.*;
import java.security.*;
import java.time.*;
import java.util.*;
import java.util.zip.*;

public final class StreamingZip implements Closeable {
  private final ZipOutputStream z;
  private final CountingOut c;

  static final class CountingOut extends FilterOutputStream {
    long n;

    CountingOut(OutputStream o) {
      super(o);
    }

    public void write(int b) throws IOException {
      out.write(b);
      n++;
    }

    public void write(byte[] b, int o, int l) throws IOException {
      out.write(b, o, l);
      n += l;
    }
  }

  public StreamingZip(OutputStream out, ZipOptions o) {
    c = new CountingOut(out);
    z = new ZipOutputStream(c);
  }

  public EntryStream entry(String name, Instant m, long hint) throws IOException {
    z.putNextEntry(new ZipEntry(name));
    return new EntryStream(name);
  }

  public void abort() {}

  public void close() throws IOException {
    z.finish();
    z.flush();
  }

  public final class EntryStream extends OutputStream {
    final String name;
    long size;
    final CRC32 crc = new CRC32();
    final MessageDigest md;
    final long start = c.n;
    EntrySummary s;

    EntryStream(String n) {
      name = n;
      try {
        md = MessageDigest.getInstance("SHA-256");
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    public void write(byte[] b, int o, int l) throws IOException {
      z.write(b, o, l);
      size += l;
      crc.update(b, o, l);
      md.update(b, o, l);
    }

    public void flush() throws IOException {
      z.flush();
    }

    public void close() throws IOException {
      z.closeEntry();
      s =
          new EntrySummary(
              name, size, c.n - start, crc.getValue(), HexFormat.of().formatHex(md.digest()));
    }

    public EntrySummary summary() {
      return s;
    }
  }
}
