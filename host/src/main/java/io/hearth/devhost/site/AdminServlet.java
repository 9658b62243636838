package io.hearth.devhost.site;

import io.hearth.devhost.instance.AppRecord;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The start of the administration: the instance and its apps at a glance. */
final class AdminServlet extends PageServlet {
  private final transient Template overview = template("overview");

  AdminServlet(Place place, Frames frames, Texts texts) {
    super(place, frames, texts);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (administrator(request, response).isPresent()) {
      Html body = overview.fill(Map.of("facts", facts(), "apps", apps()));
      show(request, response, Page.of(Decorator.ADMIN, texts.get("admin.overview"), body));
    }
  }

  private Html facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("fact.product", place.product().name() + " " + place.product().version());
    facts.put("fact.build", place.product().build());
    facts.put("fact.platform", place.product().platform().number());
    facts.put("fact.url", place.baseUrl().get());
    facts.put("fact.node", place.nodeId());
    facts.put("fact.home", place.localHome());
    facts.put("fact.shared", place.sharedHome());
    facts.put("fact.install", place.installFolder());
    return Html.joined(
        facts.entrySet().stream()
            .map(
                fact ->
                    Frames.markup(
                        "<dt>%s</dt><dd>%s</dd>", texts.get(fact.getKey()), fact.getValue()))
            .toList());
  }

  private Html apps() {
    List<AppRecord> apps = place.apps().get().apps();
    if (apps.isEmpty()) {
      return Frames.markup("<tr><td colspan=\"4\">%s</td></tr>", texts.get("apps.none"));
    }
    return Html.joined(apps.stream().map(this::row).toList());
  }

  private Html row(AppRecord app) {
    return Frames.markup(
        "<tr><th scope=\"row\">%s<small>%s</small></th><td>%s</td><td>%s</td>"
            + "<td><span class=\"dh-lozenge%s\">%s</span></td></tr>",
        app.name(),
        app.key(),
        app.version(),
        app.vendor(),
        app.enabled() ? " dh-good" : "",
        texts.get(app.enabled() ? "apps.enabled" : "apps.disabled"));
  }
}
