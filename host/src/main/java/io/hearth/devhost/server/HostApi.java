package io.hearth.devhost.server;

import com.google.gson.Gson;
import io.hearth.devhost.apps.Apps;
import io.hearth.devhost.plugin.AppArchive;
import io.hearth.devhost.plugin.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /host/api/*}, for tests: the apps' lifecycle. Whoever can reach it may run code, so the
 * server listens on this machine only, and a page of another site cannot send the header.
 */
final class HostApi extends HttpServlet {
  private static final Pattern SWITCH = Pattern.compile("/apps/([^/]+)/(disable|enable)");
  private static final int UNPROCESSABLE = 422;

  private final transient Apps apps;
  private final transient Path uploads;

  HostApi(Apps apps, Path uploads) {
    this.apps = apps;
    this.uploads = uploads;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"/leaks".equals(request.getPathInfo())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/json");
    response.getWriter().write(new Gson().toJson(apps.leaks()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"no-check".equals(request.getHeader("X-Atlassian-Token"))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    Matcher asked = SWITCH.matcher(path);
    if ("/apps".equals(path)) {
      install(request, response);
    } else if (asked.matches() && turn(asked.group(1), asked.group(2))) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private boolean turn(String key, String way) {
    return "enable".equals(way) ? apps.enable(key) : apps.disable(key);
  }

  private void install(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Path jar = Files.createTempFile(Files.createDirectories(uploads), "app-", ".jar");
    try {
      Files.copy(request.getInputStream(), jar, StandardCopyOption.REPLACE_EXISTING);
      apps.install(AppArchive.read(jar));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (Refusal e) {
      response.setStatus(UNPROCESSABLE);
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().write(e.getMessage());
    } finally {
      Files.delete(jar);
    }
  }
}
