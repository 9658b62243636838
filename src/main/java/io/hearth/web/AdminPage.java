package io.hearth.web;

import io.hearth.application.Texts;
import io.hearth.host.Host;
import io.hearth.host.Product;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages below {@code /hearth/admin}: an element for the frontend to fill, with nothing inline,
 * so that a strict content security policy of the product holds.
 *
 * @param resources the tags of web resources, by their keys
 */
record AdminPage(Gate gate, Function<List<String>, String> resources) {

  private static final String WEB_RESOURCE = "io.hearth:admin";

  /** The last part of the address; the products know the page's link by it, see the descriptor. */
  static final List<String> PAGES =
      List.of(
          "overview",
          "support-zip",
          "review",
          "redaction",
          "errors",
          "reports",
          "usage",
          "privacy",
          "settings");

  void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      gate.administrator();
    } catch (Refusal refusal) {
      turnAway(refusal.problem().kind(), request, response);
      return;
    }
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    Optional<String> page = PAGES.stream().filter(one -> path.equals("/" + one)).findFirst();
    if (page.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!gate.guard().hasSecureSession(request)) {
      gate.guard().askForPassword(request, response);
    } else {
      write(page.get(), request, response);
    }
  }

  private void turnAway(Problem.Kind why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (why == Problem.Kind.NOT_LOGGED_IN) {
      response.sendRedirect(gate.guard().loginUri(request).toASCIIString());
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private void write(String page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String html = html(page, request, response);
    Answers.common(response);
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    PrintWriter writer = response.getWriter();
    writer.write(html);
    writer.flush();
  }

  private String html(String page, HttpServletRequest request, HttpServletResponse response) {
    Host host = gate.host();
    Texts texts = Texts.in(host.locale());
    String title = Markup.text(texts.text("web." + page + ".title"));
    String language = Markup.text(host.locale().toLanguageTag());
    Product.Kind product = host.product().kind();
    return String.join(
        "\n",
        "<!DOCTYPE html>",
        "<html lang=\"" + language + "\">",
        "<head>",
        "<meta charset=\"utf-8\">",
        "<title>" + title + "</title>",
        "<meta name=\"decorator\" content=\"atl.admin\">",
        activeLink(page, product),
        resources.apply(List.of(WEB_RESOURCE)),
        "</head>",
        "<body>",
        selectedItem(page, product),
        "<div id=\"hearth-app\" class=\"hearth\""
            + Markup.attribute("data-page", page)
            + Markup.attribute("data-context-path", request.getContextPath())
            + Markup.attribute("data-locale", host.locale().toLanguageTag())
            + Markup.attribute("data-xsrf-name", gate.guard().xsrfParameterName())
            + Markup.attribute("data-xsrf-token", gate.guard().xsrfToken(request, response))
            + ">",
        "<noscript><p>" + Markup.text(texts.text("web.no-script")) + "</p></noscript>",
        "</div>",
        "</body>",
        "</html>",
        "");
  }

  private static String activeLink(String page, Product.Kind product) {
    return switch (product) {
      case JIRA ->
          "<meta name=\"admin.active.section\" content=\"admin_plugins_menu/hearth-jira\">\n"
              + "<meta name=\"admin.active.tab\" content=\"hearth-"
              + page
              + "\">";
      case BITBUCKET -> "<meta name=\"activeTab\" content=\"hearth-" + page + "\">";
      case CONFLUENCE -> "";
    };
  }

  /** Only Confluence takes this element out of the body; elsewhere it would show. */
  private static String selectedItem(String page, Product.Kind product) {
    return product == Product.Kind.CONFLUENCE
        ? "<content tag=\"selectedWebItem\">hearth-confluence-" + page + "</content>"
        : "";
  }
}
