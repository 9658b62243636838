package io.hearth.web;

import io.hearth.reports.mail.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ticket as a ZIP, for a support site that takes files. */
final class TicketZip {

  static final String TEXT = "ticket.md";
  static final String ATTACHED = "attachments/";

  private TicketZip() {}

  static void write(OutputStream out, String text, List<Attachment> attachments)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.putNextEntry(new ZipEntry(TEXT));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    for (Attachment one : attachments) {
      zip.putNextEntry(new ZipEntry(ATTACHED + one.name()));
      try (InputStream content = one.content().open()) {
        content.transferTo(zip);
      }
      zip.closeEntry();
    }
    zip.finish();
  }
}
