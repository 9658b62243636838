package io.hearth.web;

import io.hearth.application.Texts;
import io.hearth.host.Host;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.Retention;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The record for the register of processing (GDPR article 30) and the notice for users: written
 * from what is kept now, until the customer writes words of their own. Plain text; a line that
 * begins with {@code #} is a heading, one with {@code -} belongs to a list.
 */
final class PrivacyTexts {

  /** What is written. */
  enum Which {
    REGISTER,
    NOTICE
  }

  private final PrivacyPart part;
  private final PrivacyViews views;
  private final Host host;

  PrivacyTexts(PrivacyPart part, PrivacyViews views, Host host) {
    this.part = part;
    this.views = views;
    this.host = host;
  }

  String generated(Which which, Texts texts) {
    List<String> lines = new ArrayList<>();
    String key = "privacy.text." + which.name().toLowerCase(java.util.Locale.ROOT) + ".";
    lines.add("# " + texts.text(key + "title"));
    lines.add(texts.text(key + "intro", host.product().name()));
    lines.add("");
    for (DataKind kind : part.kinds()) {
      if (which == Which.REGISTER) {
        register(kind, texts, lines);
      } else if (kind.category() != io.hearth.privacy.Category.OWN_RECORDS) {
        notice(kind, texts, lines);
      }
    }
    lines.add("# " + texts.text(key + "end.title"));
    lines.add(texts.text(key + "end"));
    return String.join("\n", lines) + "\n";
  }

  private void register(DataKind kind, Texts texts, List<String> lines) {
    lines.add("# " + PrivacyViews.title(kind, texts));
    line(lines, texts, "purpose", PrivacyViews.purpose(kind, texts));
    line(
        lines,
        texts,
        "fields",
        String.join(
            "; ",
            kind.fields().stream()
                .map(field -> PrivacyViews.words(kind, field, texts))
                .distinct()
                .toList()));
    line(
        lines,
        texts,
        "places",
        String.join(
            "; ",
            kind.places().stream()
                .map(
                    place ->
                        texts.text(
                            "privacy.place." + io.hearth.application.Names.of(place.root()),
                            PrivacyViews.path(place, host.layout())))
                .toList()));
    line(lines, texts, "retention", kept(kind, texts));
    line(lines, texts, "recipients", recipients(kind, texts));
    line(lines, texts, "amount", amount(kind, texts));
    lines.add("");
  }

  private static void line(List<String> lines, Texts texts, String what, String words) {
    lines.add("- " + texts.text("privacy.text." + what, words));
  }

  private void notice(DataKind kind, Texts texts, List<String> lines) {
    lines.add("# " + PrivacyViews.title(kind, texts));
    lines.add(PrivacyViews.purpose(kind, texts));
    lines.add(
        texts.text(kind.collecting() ? "privacy.text.on" : "privacy.text.off")
            + " "
            + kept(kind, texts)
            + " "
            + recipients(kind, texts));
    lines.add("");
  }

  private static String kept(DataKind kind, Texts texts) {
    Retention retention = kind.retention();
    if (retention instanceof Retention.Chosen chosen) {
      return texts.text("privacy.text.days", chosen.days());
    } else if (retention instanceof Retention.With with) {
      return texts.text("privacy.text.days", with.days());
    } else if (retention instanceof Retention.Fixed fixed) {
      return texts.text("privacy.text.days", fixed.days());
    }
    return texts.text("privacy.text.installed");
  }

  private String recipients(DataKind kind, Texts texts) {
    List<String> addresses = views.destinationsOf(kind);
    return addresses.isEmpty()
        ? texts.text("privacy.text.nobody")
        : texts.text("privacy.text.sent", String.join(", ", addresses));
  }

  private static String amount(DataKind kind, Texts texts) {
    try {
      Holdings holdings = kind.holdings(Optional.empty());
      return texts.text("privacy.text.records", holdings.records(), holdings.bytes());
    } catch (IOException | RuntimeException unreadable) {
      return texts.text("privacy.text.unreadable");
    }
  }
}
