package io.hearth.web;

import io.hearth.application.redaction.LookupTables;
import io.hearth.application.redaction.LookupTablesKind;
import io.hearth.application.redaction.SupportCases;
import io.hearth.application.redaction.SupportCasesKind;
import java.util.List;

/** What is kept for Support ZIPs. */
final class KeptSupport {

  private KeptSupport() {}

  static PrivacyPart.Keeper of(SupportCases cases, LookupTables tables) {
    return around ->
        List.of(
            new SupportCasesKind(
                around.hearth(), cases, () -> around.days().of(SupportCasesKind.ID)),
            new LookupTablesKind(around.hearth(), tables));
  }
}
