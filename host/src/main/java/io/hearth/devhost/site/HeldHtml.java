package io.hearth.devhost.site;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer that keeps HTML back and lets everything else through unbuffered. What it is shows at
 * the first byte that is written or flushed, for a servlet may ask for its stream before it names
 * the type.
 */
final class HeldHtml extends HttpServletResponseWrapper {
  private static final String LENGTH = "Content-Length";

  private enum Way {
    UNDECIDED,
    HELD,
    THROUGH
  }

  private final StringWriter text = new StringWriter();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Way way = Way.UNDECIDED;
  private OptionalLong length = OptionalLong.empty();
  private Optional<PrintWriter> writer = Optional.empty();
  private Optional<ServletOutputStream> stream = Optional.empty();

  HeldHtml(HttpServletResponse response) {
    super(response);
  }

  /** The page that was kept back; empty when all went through, or an error took its place. */
  Optional<String> html() {
    if (way != Way.HELD) {
      // Nothing was written: a length that was set, such as that of nothing, still counts.
      decide();
      return Optional.empty();
    }
    Charset declared = Charset.forName(getCharacterEncoding());
    super.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return Optional.of(writer.isPresent() ? text.toString() : bytes.toString(declared));
  }

  private boolean isHeld() {
    decide();
    return way == Way.HELD;
  }

  private void decide() {
    if (way != Way.UNDECIDED || isCommitted()) {
      return;
    }
    String type = Optional.ofNullable(getContentType()).orElse("").toLowerCase(Locale.ROOT);
    boolean plain = getHeader("Content-Encoding") == null;
    way = type.startsWith("text/html") && plain ? Way.HELD : Way.THROUGH;
    if (way == Way.THROUGH) {
      length.ifPresent(super::setContentLengthLong);
    }
  }

  @Override
  public ServletOutputStream getOutputStream() {
    if (writer.isPresent()) {
      throw new IllegalStateException("the writer is in use");
    }
    if (stream.isEmpty()) {
      stream = Optional.of(new HoldingStream());
    }
    return stream.get();
  }

  @Override
  public PrintWriter getWriter() {
    if (stream.isPresent()) {
      throw new IllegalStateException("the stream is in use");
    }
    if (writer.isEmpty()) {
      writer = Optional.of(new PrintWriter(new HoldingWriter()));
    }
    return writer.get();
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!isHeld()) {
      super.flushBuffer();
    }
  }

  @Override
  public void reset() {
    super.reset();
    forget();
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    forget();
  }

  private void forget() {
    text.getBuffer().setLength(0);
    bytes.reset();
    way = Way.UNDECIDED;
  }

  @Override
  public void sendError(int status) throws IOException {
    way = Way.THROUGH;
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    way = Way.THROUGH;
    super.sendError(status, message);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    way = Way.THROUGH;
    super.sendRedirect(location);
  }

  /** The frame makes a page longer, so its own length must not reach the browser. */
  @Override
  public void setContentLength(int size) {
    setContentLengthLong(size);
  }

  @Override
  public void setContentLengthLong(long size) {
    if (way == Way.THROUGH) {
      super.setContentLengthLong(size);
    } else {
      length = OptionalLong.of(size);
    }
  }

  @Override
  public void setHeader(String name, String value) {
    if (LENGTH.equalsIgnoreCase(name)) {
      setContentLengthLong(Long.parseLong(value));
    } else {
      super.setHeader(name, value);
    }
  }

  @Override
  public void setIntHeader(String name, int value) {
    if (LENGTH.equalsIgnoreCase(name)) {
      setContentLengthLong(value);
    } else {
      super.setIntHeader(name, value);
    }
  }

  private final class HoldingStream extends ServletOutputStream {

    @Override
    public void write(int b) throws IOException {
      if (isHeld()) {
        bytes.write(b);
      } else {
        passed().write(b);
      }
    }

    @Override
    public void write(byte[] data, int offset, int count) throws IOException {
      if (isHeld()) {
        bytes.write(data, offset, count);
      } else {
        passed().write(data, offset, count);
      }
    }

    @Override
    public void flush() throws IOException {
      if (!isHeld()) {
        passed().flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (!isHeld()) {
        passed().close();
      }
    }

    /** Writing without waiting makes sense for streams only; a page so written gets no frame. */
    @Override
    public boolean isReady() {
      try {
        return passed().isReady();
      } catch (IOException e) {
        return true;
      }
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      way = Way.THROUGH;
      try {
        passed().setWriteListener(listener);
      } catch (IOException e) {
        listener.onError(e);
      }
    }

    private ServletOutputStream passed() throws IOException {
      return HeldHtml.super.getOutputStream();
    }
  }

  private final class HoldingWriter extends Writer {

    @Override
    public void write(char[] data, int offset, int count) throws IOException {
      (isHeld() ? text : passed()).write(data, offset, count);
    }

    @Override
    public void flush() throws IOException {
      if (!isHeld()) {
        passed().flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (!isHeld()) {
        passed().close();
      }
    }

    private PrintWriter passed() throws IOException {
      return HeldHtml.super.getWriter();
    }
  }
}
