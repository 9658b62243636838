package io.hearth.application.audit;

import java.util.Locale;

/** What somebody did that a data protection officer may ask about later. */
public enum Deed {
  SUPPORT_ZIP_DOWNLOADED,
  SUPPORT_ZIP_CANCELLED,
  SUPPORT_ZIP_FAILED,
  FILE_PREVIEWED,
  PSEUDONYM_LOOKED_UP,
  SUPPORT_CASE_OPENED,
  SUPPORT_CASE_CLOSED,
  LOOKUP_TABLE_DELETED,
  REDACTION_CHANGED,
  ERRORS_DECIDED,
  ERRORS_DELETED,
  ERRORS_EXPORTED,
  ERROR_HANDED_OVER,
  ERROR_SETTINGS_CHANGED,
  SOURCE_MAP_ADDED,
  SOURCE_MAP_DELETED,
  DESTINATION_CONFIRMED,
  DESTINATION_REMOVED;

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
