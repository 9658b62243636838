package io.hearth.devhost.site;

import io.hearth.devhost.instance.Account;
import io.hearth.devhost.instance.ProductKind;
import io.hearth.devhost.instance.WebItem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Puts the product's frame around a page and writes it. */
final class Frames {
  /** Set for every request by whoever serves web resources: the tags of what a page requires. */
  private static final String TAGS = "io.hearth.devhost.requiredTags";

  /** Tells that one which contexts the frame adds. */
  private static final String CONTEXTS = "io.hearth.devhost.contexts";

  /** Where the products show items of apps in a person's menu, or in that for help. */
  private static final Set<String> MENU =
      Set.of("system.user.options/personal", "system.help/pages");

  private final Place place;
  private final Texts texts;
  private final Template document;
  private final Template header;
  private final Template menu;
  private final Template admin;

  Frames(Place place, Texts texts) {
    this.place = place;
    this.texts = texts;
    document = Template.named("document", texts);
    header = Template.named("header", texts);
    menu = Template.named("menu", texts);
    admin = Template.named("admin-frame", texts);
  }

  void write(HttpServletRequest request, HttpServletResponse response, Page page)
      throws IOException {
    String tags = tags(request, page.decorator());
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    response.setHeader("Referrer-Policy", "same-origin");
    if (response.getHeader("Content-Security-Policy") == null) {
      response.setHeader(
          "Content-Security-Policy",
          policy(page.decorator() != Decorator.FOCUSED || !tags.isEmpty()));
    }
    response.getWriter().write(render(request, page, new Html(tags)).markup());
  }

  /**
   * Nothing from anywhere else. The data of web resources and what design systems write stand in
   * the page itself, so pages for apps allow that.
   */
  private static String policy(boolean forApps) {
    String inline = forApps ? " 'unsafe-inline'" : "";
    return "default-src 'self'; script-src 'self'"
        + inline
        + "; style-src 'self'"
        + inline
        + "; img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none';"
        + " base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
  }

  private String tags(HttpServletRequest request, Decorator decorator) {
    // Jira's login page loads no context of apps, those of the others do.
    if (decorator == Decorator.FOCUSED && place.product().kind() == ProductKind.JIRA) {
      return "";
    }
    Decorator context = decorator == Decorator.FOCUSED ? Decorator.GENERAL : decorator;
    request.setAttribute(CONTEXTS, context.id());
    return request.getAttribute(TAGS) instanceof Supplier<?> supplier
        ? supplier.get().toString()
        : "";
  }

  private Html render(HttpServletRequest request, Page page, Html tags) {
    Optional<Account> account = place.sessions().of(request);
    boolean focused = page.decorator() == Decorator.FOCUSED;
    Html main =
        page.decorator() == Decorator.ADMIN
            ? admin.fill(Map.of("navigation", navigation(request), "body", page.body()))
            : new Html(
                "<main id=\"content\" class=\"dh-main\">" + page.body().markup() + "</main>");
    return document.fill(
        Map.of(
            "mode", Theme.of(request).id(),
            "title", page.title(),
            "product", place.product().name(),
            "context", place.contextPath(),
            "head", Html.joined(List.of(tags, page.head())),
            "kind", focused ? "dh-focused" : "dh-framed",
            "banner", page.decorator() == Decorator.ADMIN ? banner(request) : Html.EMPTY,
            "header", header(request, account, focused),
            "main", main));
  }

  private Html header(HttpServletRequest request, Optional<Account> account, boolean focused) {
    boolean administrates = account.filter(Account::administrator).isPresent();
    return header.fill(
        Map.of(
            "context", place.contextPath(),
            "product", place.product().name(),
            "initial", place.product().name().substring(0, 1),
            "links",
                administrates && !focused ? link("/admin", "frame.admin", request) : Html.EMPTY,
            "themes", themes(request),
            "menu", focused ? Html.EMPTY : menu(account)));
  }

  private Html link(String path, String text, HttpServletRequest request) {
    boolean within = within(request).startsWith(path) || within(request).contains("/admin/");
    return markup(
        "<a class=\"dh-link\" href=\"%s\"%s>%s</a>",
        place.contextPath() + path,
        new Html(within ? " aria-current=\"true\"" : ""),
        texts.get(text));
  }

  private Html menu(Optional<Account> account) {
    return account
        .map(
            known ->
                menu.fill(
                    Map.of(
                        "context", place.contextPath(),
                        "name", known.fullName(),
                        "email", known.email(),
                        "initials", initials(known.fullName()),
                        "items", menuItems())))
        .orElseGet(
            () ->
                markup(
                    "<a class=\"dh-link\" href=\"%s/login\">%s</a>",
                    place.contextPath(), texts.get("frame.login")));
  }

  private Html menuItems() {
    return Html.joined(
        place.apps().get().webItems().stream()
            .filter(item -> MENU.contains(item.section()))
            .map(
                item ->
                    markup(
                        "<p><a href=\"%s\">%s</a></p>",
                        place.contextPath() + item.url(), item.label()))
            .toList());
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    Arrays.stream(name.split(" ")).limit(2).forEach(word -> initials.append(word.charAt(0)));
    return initials.toString();
  }

  private Html themes(HttpServletRequest request) {
    List<Html> buttons = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      buttons.add(
          markup(
              "<button name=\"mode\" value=\"%s\" aria-pressed=\"%s\">%s</button>",
              theme.id(), theme == Theme.of(request), texts.get("theme." + theme.id())));
    }
    return markup(
        "<form class=\"dh-themes\" method=\"post\" action=\"%s/theme\" aria-label=\"%s\">"
            + "<input type=\"hidden\" name=\"back\" value=\"%s\">%s</form>",
        place.contextPath(), texts.get("theme.label"), within(request), Html.joined(buttons));
  }

  private Html banner(HttpServletRequest request) {
    if (!place.sessions().hasWebSudo(request)) {
      return Html.EMPTY;
    }
    return markup(
        "<form class=\"dh-banner\" method=\"post\" action=\"%s/websudo\" aria-label=\"%s\"><p>%s</p>"
            + "<button name=\"drop\" value=\"true\">%s</button></form>",
        place.contextPath(),
        texts.get("websudo.title"),
        texts.get("websudo.active"),
        texts.get("websudo.drop"));
  }

  /** The product's own page first, then apps' links under their headings. */
  private Html navigation(HttpServletRequest request) {
    Map<String, List<WebItem>> sections = new LinkedHashMap<>();
    String system = texts.get("admin.system");
    sections.put(system, List.of(new WebItem(system, texts.get("admin.overview"), "/admin", 0)));
    place.apps().get().webItems().stream()
        .filter(item -> !MENU.contains(item.section()))
        .sorted(Comparator.comparingInt(WebItem::weight))
        .forEach(
            item -> sections.computeIfAbsent(item.section(), each -> new ArrayList<>()).add(item));
    List<Html> groups = new ArrayList<>();
    sections.forEach((heading, items) -> groups.add(group(heading, items, within(request))));
    return Html.joined(groups);
  }

  private Html group(String heading, List<WebItem> items, String current) {
    List<Html> links =
        items.stream()
            .map(
                item ->
                    markup(
                        "<li><a href=\"%s\"%s>%s</a></li>",
                        place.contextPath() + item.url(),
                        new Html(isAt(current, item.url()) ? " aria-current=\"page\"" : ""),
                        item.label()))
            .toList();
    return markup("<h2>%s</h2><ul>%s</ul>", heading, Html.joined(links));
  }

  private static boolean isAt(String current, String url) {
    String path = current.split("\\?", 2)[0];
    return path.equals(url.split("\\?", 2)[0]);
  }

  private String within(HttpServletRequest request) {
    String query = Optional.ofNullable(request.getQueryString()).map(text -> "?" + text).orElse("");
    return request.getRequestURI().substring(place.contextPath().length()) + query;
  }

  /** {@code %s} takes a value, encoded unless it is {@link Html}. */
  static Html markup(String format, Object... values) {
    Object[] encoded =
        Arrays.stream(values)
            .map(value -> value instanceof Html html ? html : Html.text(value.toString()))
            .map(Html::markup)
            .toArray();
    return new Html(format.formatted(encoded));
  }
}
