package io.hearth.reports;

import io.hearth.privacy.Retention;

/**
 * Whether and how problem reports are taken; {@code ReportSettings} in the OpenAPI file.
 *
 * @param shortcut whether a key opens the dialog
 * @param perHour how many reports one person may send
 * @param supportAddress where ticket drafts go; empty when the administrator names one each time
 */
public record ReportSettings(
    boolean on, boolean shortcut, int perHour, int retentionDays, String supportAddress) {

  public static final int MOST_PER_HOUR = 60;
  public static final int MOST_DAYS = Retention.LONGEST_DAYS;

  /**
   * Off: reports hold what people type and show, so somebody has to want them, and somebody has to
   * read the inbox before a dialog promises that.
   */
  public static ReportSettings standard() {
    return new ReportSettings(false, true, 10, MOST_DAYS, "");
  }
}
