package io.hearth.web;

import io.hearth.application.Texts;
import io.hearth.reports.ChosenReportSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * A page of its own for the dialog: {@code frontend/report} opens it where it finds the element.
 *
 * @param resources the tags of web resources, by their keys
 */
record ReportHtml(
    Gate gate, ChosenReportSettings settings, Function<List<String>, String> resources) {

  private static final String WEB_RESOURCE = "io.hearth:report";

  void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (gate.host().currentUser().isEmpty()) {
      response.sendRedirect(gate.guard().loginUri(request).toASCIIString());
      return;
    }
    String html = html();
    Answers.common(response);
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(html);
    response.getWriter().flush();
  }

  private String html() {
    Texts texts = Texts.in(gate.host().locale());
    String title = Markup.text(texts.text("web.report.title"));
    String words = settings.now().on() ? "web.report.lead" : "web.report.off";
    return String.join(
        "\n",
        "<!DOCTYPE html>",
        "<html lang=\"" + Markup.text(gate.host().locale().toLanguageTag()) + "\">",
        "<head>",
        "<meta charset=\"utf-8\">",
        "<title>" + title + "</title>",
        "<meta name=\"decorator\" content=\"atl.general\">",
        resources.apply(List.of(WEB_RESOURCE)),
        "</head>",
        "<body>",
        "<h1>" + title + "</h1>",
        "<div id=\"hearth-report-page\"><p>" + Markup.text(texts.text(words)) + "</p></div>",
        "<noscript><p>" + Markup.text(texts.text("web.no-script")) + "</p></noscript>",
        "</body>",
        "</html>",
        "");
  }
}
