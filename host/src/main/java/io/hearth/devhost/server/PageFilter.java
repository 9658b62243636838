package io.hearth.devhost.server;

import io.hearth.devhost.webresource.WebResources;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives every request a page of its own to require web resources for, and the frame a way to write
 * the tags of what was required.
 */
final class PageFilter implements Filter {
  /** A {@code Supplier<String>} of HTML. */
  static final String TAGS = "io.hearth.devhost.requiredTags";

  /** Names of web-resource contexts with commas between, set by a frame before it asks for tags. */
  static final String CONTEXTS = "io.hearth.devhost.contexts";

  private final WebResources resources;

  PageFilter(WebResources resources) {
    this.resources = resources;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    resources.beginPage();
    Supplier<String> tags = () -> resources.frameTags(contexts(request));
    request.setAttribute(TAGS, tags);
    try {
      chain.doFilter(request, response);
    } finally {
      resources.endPage();
    }
  }

  private static List<String> contexts(ServletRequest request) {
    return Optional.ofNullable(request.getAttribute(CONTEXTS))
        .map(names -> Arrays.asList(names.toString().split(",")))
        .orElse(List.of("atl.general"));
  }
}
