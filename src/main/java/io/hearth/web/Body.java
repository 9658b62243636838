package io.hearth.web;

import io.hearth.web.Problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads the JSON text of a request, from its body or from the field of a form. */
final class Body {

  static final int MAX_BYTES = 64 * 1024;

  /** What is read and thrown away, so that a client that is still sending gets our answer. */
  private static final int DRAINED = 1 << 20;

  private static final Duration IN_TIME = Duration.ofMinutes(2);

  private static final String FIELD = "request";

  private Body() {}

  static boolean isForm(HttpServletRequest request) {
    return mediaType(request).equals("application/x-www-form-urlencoded");
  }

  /** Of a form, which the container reads whole; other bodies are measured when they are read. */
  static void checkDeclaredSize(HttpServletRequest request) throws Refusal {
    if (isForm(request) && request.getContentLengthLong() > MAX_BYTES) {
      drain(request);
      throw new Refusal(Problem.tooLarge(MAX_BYTES));
    }
  }

  static String json(HttpServletRequest request) throws IOException, Refusal {
    return json(request, MAX_BYTES);
  }

  /** The same, of a call that takes more. */
  static String json(HttpServletRequest request, int most) throws IOException, Refusal {
    String text =
        switch (mediaType(request)) {
          case "application/json" -> ofBody(request, most);
          case "application/x-www-form-urlencoded" -> ofForm(request);
          default -> throw new Refusal(Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE));
        };
    if (text.isBlank()) {
      throw new Refusal(Problem.malformed("empty"));
    }
    return text;
  }

  private static String ofBody(HttpServletRequest request, int most) throws IOException, Refusal {
    byte[] bytes = bytes(request, most);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal(Problem.malformed("encoding"));
    }
  }

  /** Of a body that comes in time: one that trickles would keep its place from others. */
  static byte[] bytes(HttpServletRequest request, int most) throws IOException, Refusal {
    long end = System.nanoTime() + IN_TIME.toNanos();
    InputStream in = request.getInputStream();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      read.write(buffer, 0, got);
      if (read.size() > most) {
        drain(request);
        throw new Refusal(Problem.tooLarge(most));
      }
      if (System.nanoTime() > end) {
        throw new Refusal(Problem.malformed("slow", IN_TIME.toSeconds()));
      }
    }
    return read.toByteArray();
  }

  /** An empty field stands for an empty request, so that a plain form needs no script. */
  private static String ofForm(HttpServletRequest request) throws Refusal {
    String text = parameter(request).orElseThrow(() -> new Refusal(Problem.malformed("form")));
    if (text.length() > MAX_BYTES) {
      throw new Refusal(Problem.tooLarge(MAX_BYTES));
    }
    return text.isBlank() ? "{}" : text;
  }

  private static Optional<String> parameter(HttpServletRequest request) {
    try {
      return Optional.ofNullable(request.getParameter(FIELD));
    } catch (RuntimeException e) {
      // Containers refuse forms that are malformed or have too many fields by exceptions of theirs.
      return Optional.empty();
    }
  }

  private static String mediaType(HttpServletRequest request) {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Reads and throws away what is still coming. */
  static void drain(HttpServletRequest request) {
    try {
      InputStream in = request.getInputStream();
      byte[] buffer = new byte[8192];
      int left = DRAINED;
      int read = in.read(buffer);
      while (read > 0 && left > 0) {
        left -= read;
        read = in.read(buffer);
      }
    } catch (IOException | IllegalStateException e) {
      // The client is gone or somebody reads already; the answer is the same.
      return;
    }
  }
}
