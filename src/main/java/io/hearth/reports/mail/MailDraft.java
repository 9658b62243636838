package io.hearth.reports.mail;

import io.hearth.reports.Addresses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail that nobody has sent yet (RFC 5322, RFC 2045): {@code X-Unsent} makes mail programs open
 * it for editing. Bodies are base64, so that no line of theirs is long and none looks like a
 * border; headers take addresses that are checked and texts that are encoded.
 *
 * @param to may be empty, for whoever sends it to fill in
 */
public record MailDraft(
    Instant date,
    String from,
    Optional<String> replyTo,
    Optional<String> to,
    String subject,
    String text,
    List<Attachment> attachments) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** RFC 2045, 6.8. */
  private static final int LINE = 76;

  private static final byte[] END = {'\r', '\n'};

  public MailDraft {
    attachments = List.copyOf(attachments);
    checkAddress(from);
    replyTo.ifPresent(MailDraft::checkAddress);
    to.ifPresent(MailDraft::checkAddress);
  }

  private static void checkAddress(String address) {
    if (!Addresses.isUsable(address)) {
      throw new IllegalArgumentException("no address that a mail can have");
    }
  }

  public void write(OutputStream out) throws IOException {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String border = "hearth-" + HexFormat.of().formatHex(random);
    line(out, "X-Unsent: 1");
    line(out, "Date: " + DATE.format(date));
    line(out, "From: " + from);
    if (replyTo.isPresent()) {
      line(out, "Reply-To: " + replyTo.get());
    }
    if (to.isPresent()) {
      line(out, "To: " + to.get());
    }
    line(out, "Subject: " + HeaderText.of(subject));
    line(out, "MIME-Version: 1.0");
    line(out, "Content-Type: multipart/mixed; boundary=\"" + border + "\"");
    line(out, "");
    line(out, "--" + border);
    line(out, "Content-Type: text/plain; charset=utf-8");
    line(out, "Content-Transfer-Encoding: base64");
    line(out, "");
    body(out, new ByteArrayInputStream(canonical(text)));
    for (Attachment one : attachments) {
      line(out, "--" + border);
      line(out, "Content-Type: " + one.type() + "; name=\"" + one.name() + "\"");
      line(out, "Content-Transfer-Encoding: base64");
      line(out, "Content-Disposition: attachment; filename=\"" + one.name() + "\"");
      line(out, "");
      try (InputStream content = one.content().open()) {
        body(out, content);
      }
    }
    line(out, "--" + border + "--");
  }

  /** RFC 2046, 4.1.1: lines of a text end with CRLF, also below base64. */
  private static byte[] canonical(String text) {
    return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void body(OutputStream out, InputStream content) throws IOException {

    Base64.Encoder encoder = Base64.getEncoder();
    byte[] raw = content.readNBytes(LINE / 4 * 3);
    while (raw.length > 0) {
      out.write(encoder.encode(raw));
      out.write(END);
      raw = content.readNBytes(LINE / 4 * 3);
    }
  }

  private static void line(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.US_ASCII));
    out.write(END);
  }
}
