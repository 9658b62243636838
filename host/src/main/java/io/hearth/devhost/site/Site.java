package io.hearth.devhost.site;

import io.hearth.devhost.instance.Route;
import jakarta.servlet.Filter;
import java.util.List;

/** The product's pages, put together. */
public final class Site {
  private final List<Route> routes;
  private final Filter frameFilter;

  public Site(Place place) {
    Texts texts = new Texts();
    Frames frames = new Frames(place, texts);
    LoginGuard guard = new LoginGuard(place.clock());
    routes =
        List.of(
            new Route("/", new HomeServlet(place, frames, texts)),
            new Route("/login", new LoginServlet(place, frames, texts, guard)),
            new Route("/logout", new LogoutServlet(place, frames, texts)),
            new Route("/websudo", new WebSudoServlet(place, frames, texts, guard)),
            new Route("/admin", new AdminServlet(place, frames, texts)),
            new Route("/theme", new ThemeServlet(place)),
            new Route("/site/*", new AssetServlet()));
    frameFilter = new FrameFilter(frames);
  }

  public List<Route> routes() {
    return routes;
  }

  public Filter frameFilter() {
    return frameFilter;
  }
}
