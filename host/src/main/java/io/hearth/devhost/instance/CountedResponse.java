package io.hearth.devhost.instance;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what an answer is long, and holds nothing back. */
final class CountedResponse extends HttpServletResponseWrapper {
  private final AtomicLong count = new AtomicLong();
  private Optional<ServletOutputStream> stream = Optional.empty();
  private Optional<PrintWriter> writer = Optional.empty();

  CountedResponse(HttpServletResponse response) {
    super(response);
  }

  long bytes() {
    return count.get();
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream.isEmpty()) {
      stream = Optional.of(new CountingStream(super.getOutputStream()));
    }
    return stream.get();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer.isEmpty()) {
      writer = Optional.of(new PrintWriter(new CountingWriter(super.getWriter())));
    }
    return writer.get();
  }

  private final class CountingStream extends ServletOutputStream {
    private final ServletOutputStream out;

    private CountingStream(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count.incrementAndGet();
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
      out.write(data, offset, length);
      count.addAndGet(length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }

  /** Characters are counted as UTF-8 has them, the encoding of all that is written here. */
  private final class CountingWriter extends FilterWriter {

    private CountingWriter(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      out.write(c);
      count.addAndGet(length((char) c));
    }

    @Override
    public void write(char[] data, int offset, int length) throws IOException {
      out.write(data, offset, length);
      for (int i = offset; i < offset + length; i++) {
        count.addAndGet(length(data[i]));
      }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      out.write(text, offset, length);
      for (int i = offset; i < offset + length; i++) {
        count.addAndGet(length(text.charAt(i)));
      }
    }

    private static int length(char c) {
      if (c < 0x80) {
        return 1;
      }
      return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
  }
}
