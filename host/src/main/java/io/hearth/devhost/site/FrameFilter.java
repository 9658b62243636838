package io.hearth.devhost.site;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the product's frame around pages whose {@code <meta name="decorator">} asks for it. Only
 * HTML is held back until it is whole; everything else passes as it is written.
 */
final class FrameFilter implements Filter {
  private static final Set<String> PAGES = Set.of("GET", "POST");

  private final Frames frames;

  FrameFilter(Frames frames) {
    this.frames = frames;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer
        && PAGES.contains(asked.getMethod())) {
      filter(asked, answer, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HeldHtml held = new HeldHtml(response);
    chain.doFilter(request, held);
    Optional<String> html = held.html();
    if (html.isEmpty()) {
      return;
    }
    Optional<Page> page = DecoratedPage.parse(html.get());
    if (page.isPresent()) {
      frames.write(request, response, page.get());
    } else {
      response.getWriter().write(html.get());
    }
  }
}
