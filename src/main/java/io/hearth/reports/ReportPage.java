package io.hearth.reports;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.hearth.host.Host;
import io.hearth.host.ReportPageData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What each page carries for the opener of the dialog, as {@code OpenerConfig} in {@code
 * frontend/report/opener.ts} reads it. Every page of the instance pays for its length.
 */
public final class ReportPage implements ReportPageData {

  private static final String DIALOG = "/hearth-page/report-dialog.js";
  private static final Gson GSON = new Gson();

  private final Host host;
  private final ChosenReportSettings settings;
  private final String dialogPath;

  public ReportPage(Host host, ChosenReportSettings settings) {
    this.host = host;
    this.settings = settings;
    this.dialogPath = dialogPath();
  }

  /**
   * The products let browsers keep for a year what they ask for below {@code /s/…/_}: the digest
   * makes it another address when the file is another.
   */
  private static String dialogPath() {
    try (InputStream script = ReportPage.class.getResourceAsStream(DIALOG)) {
      byte[] content = script == null ? new byte[0] : script.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      String hash = HexFormat.of().formatHex(digest, 0, 8);
      return "/s/" + hash + "/_/download/resources/io.hearth:report-dialog/report-dialog.js";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing for people who are not logged in: their reports would not be taken. */
  @Override
  public String json() {
    ReportSettings now = settings.now();
    JsonObject config = new JsonObject();
    if (now.on() && host.currentUser().isPresent()) {
      config.addProperty("d", contextPath() + dialogPath);
      if (now.shortcut()) {
        config.addProperty("k", 1);
      }
    }
    return GSON.toJson(config);
  }

  private String contextPath() {
    return host.baseUrl().map(url -> url.getRawPath().replaceAll("/+$", "")).orElse("");
  }
}
