package io.hearth.host.sal;

import com.atlassian.webresource.api.UrlMode;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import java.io.StringWriter;
import java.util.List;

/** The scripts and styles of a page, by their web-resource keys. */
public final class SalPageResources {
  private final Services services = new Services();

  /**
   * The tags of {@code webResourceKeys} with all they depend on, for the page's head. What this
   * request has already written is left out.
   */
  public String tags(List<String> webResourceKeys) {
    return services.call(
        PageBuilderService.class, pages -> tags(pages.assembler(), webResourceKeys));
  }

  private static String tags(WebResourceAssembler assembler, List<String> webResourceKeys) {
    webResourceKeys.forEach(assembler.resources()::requireWebResource);
    StringWriter out = new StringWriter();
    assembler.assembled().drainIncludedResources().writeHtmlTags(out, UrlMode.AUTO);
    return out.toString();
  }
}
