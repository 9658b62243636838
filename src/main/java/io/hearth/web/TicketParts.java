package io.hearth.web;

import io.hearth.application.Names;
import io.hearth.reports.Report;
import io.hearth.reports.mail.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes into a ticket, from the query of the call.
 *
 * @param zip the name of the Support ZIP that is the body
 */
record TicketParts(boolean screenshot, boolean errors, Optional<String> zip) {

  static final String[] NAMES = {"screenshot", "errors", "zip"};

  private static final int ZIP_NAME = 200;

  /** What is not asked for stays out. */
  private enum Choice {
    YES
  }

  static TicketParts of(ErrorQuery asked) {
    boolean screenshot = asked.chosen("screenshot", Choice.values(), Names::of).isPresent();
    boolean errors = asked.chosen("errors", Choice.values(), Names::of).isPresent();
    return new TicketParts(screenshot, errors, asked.optional("zip", ZIP_NAME));
  }

  /** Of the attachments, as they are in the ticket. */
  List<String> names(Report report) {
    List<String> names = new ArrayList<>();
    if (screenshot && report.screenshot().isPresent()) {
      names.add(ReportDraftCalls.SCREENSHOT);
    }
    zip.map(TicketParts::plainZip).ifPresent(names::add);
    return names;
  }

  static String plainZip(String name) {
    return Attachment.plainName(name, "support.zip");
  }
}
