package io.hearth.web;

import io.hearth.application.Texts;
import io.hearth.host.Product;
import io.hearth.reports.PageError;
import io.hearth.reports.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A report in the words of a ticket: what a vendor asks for first, and nothing that administrators
 * noted for themselves.
 */
final class TicketText {

  private final Texts texts;
  private final Product product;
  private final Optional<String> entitlement;

  TicketText(Texts texts, Product product, Optional<String> entitlement) {
    this.texts = texts;
    this.product = product;
    this.entitlement = entitlement;
  }

  String subject(Report report) {
    return texts.text("ticket.subject", product.name(), report.title());
  }

  /** As plain text, whose headings are also Markdown's. */
  String of(Report report, boolean withErrors, List<String> attachments) {
    StringBuilder text = new StringBuilder();
    section(text, "happened", report.happened());
    section(text, "expected", report.expected());
    section(text, "where", where(report));
    if (withErrors) {
      section(text, "errors", errors(report));
    }
    section(text, "attached", attachments.stream().map(one -> "- " + one).collect(joiningLines()));
    return text.toString();
  }

  private static Collector<CharSequence, ?, String> joiningLines() {
    return Collectors.joining("\n");
  }

  private void section(StringBuilder text, String key, String content) {
    if (!content.isEmpty()) {
      text.append("## ").append(texts.text("ticket." + key)).append("\n\n");
      text.append(content).append("\n\n");
    }
  }

  private String where(Report report) {
    StringBuilder facts = new StringBuilder();
    fact(facts, "product", product.name() + " " + report.productVersion());
    fact(facts, "page", report.page());
    fact(facts, "app", report.app());
    fact(facts, "time", report.receivedAt().toString());
    fact(facts, "entitlement", entitlement.orElse(""));
    return facts.toString().stripTrailing();
  }

  private void fact(StringBuilder facts, String key, String value) {
    if (!value.isBlank()) {
      facts.append("- ").append(texts.text("ticket." + key, value)).append('\n');
    }
  }

  private static String errors(Report report) {
    return report.errors().stream().map(TicketText::error).collect(joiningLines());
  }

  private static String error(PageError error) {
    String what = error.type() + ": " + error.value();
    return "- " + (error.app().isEmpty() ? what : what + " (" + error.app() + ")");
  }
}
