package io.hearth.reports;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.hearth.host.Host;
import io.hearth.host.PageScript;
import io.hearth.host.ReportPageData;

/**
 * What each page carries for the opener of the dialog, as {@code OpenerConfig} in {@code
 * frontend/report/opener.ts} reads it. Every page of the instance pays for its length.
 */
public final class ReportPage implements ReportPageData {

  private static final Gson GSON = new Gson();

  private final Host host;
  private final ChosenReportSettings settings;
  private final PageScript dialog = new PageScript("report-dialog");

  public ReportPage(Host host, ChosenReportSettings settings) {
    this.host = host;
    this.settings = settings;
  }

  /** Nothing for people who are not logged in: their reports would not be taken. */
  @Override
  public String json() {
    ReportSettings now = settings.now();
    JsonObject config = new JsonObject();
    if (now.on() && host.currentUser().isPresent()) {
      config.addProperty("d", dialog.address(host));
      if (now.shortcut()) {
        config.addProperty("k", 1);
      }
    }
    return GSON.toJson(config);
  }
}
