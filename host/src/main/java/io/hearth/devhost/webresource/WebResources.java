package io.hearth.devhost.webresource;

import com.atlassian.json.marshal.Jsonable;
import com.atlassian.webresource.api.UrlMode;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import com.atlassian.webresource.api.data.WebResourceDataProvider;
import io.hearth.devhost.apps.RunningApp;
import io.hearth.devhost.plugin.Descriptor.WebResource;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The web resource manager: pages ask for resources here, and browsers fetch them from here. */
public final class WebResources implements PageBuilderService {
  private final List<WebModule> builtIn;
  private final Addresses addresses;
  private final Supplier<String> origin;
  private final ThreadLocal<PageResources> page = new ThreadLocal<>();
  private volatile Catalog catalog;
  private volatile List<RunningApp> apps = List.of();

  /** {@code origin} is scheme, host and port, for absolute addresses. */
  public WebResources(String contextPath, String version, String build, Supplier<String> origin) {
    this.builtIn = BuiltIn.modules(contextPath, version);
    this.addresses = new Addresses(contextPath, build);
    this.origin = origin;
    this.catalog = new Catalog(builtIn, addresses);
  }

  /** Whether the product itself or a running app has this web resource. */
  public boolean isKnown(String key) {
    return catalog.module(key).isPresent();
  }

  public void apps(List<RunningApp> running) {
    List<WebModule> modules = new ArrayList<>(builtIn);
    for (RunningApp app : running) {
      app.descriptor().webResources().forEach(each -> modules.add(module(app, each)));
    }
    apps = running;
    catalog = new Catalog(modules, addresses);
  }

  private static WebModule module(RunningApp app, WebResource descriptor) {
    Map<String, Supplier<Jsonable>> data = new LinkedHashMap<>();
    descriptor
        .data()
        .forEach(
            each ->
                data.put(
                    descriptor.completeKey() + "." + each.key(),
                    () -> app.module(each.className(), WebResourceDataProvider.class).get()));
    String version = app.descriptor().information().version();
    return new WebModule(descriptor, version, app.archive()::entry, data);
  }

  /** Begins a page: until {@link #endPage} this thread's pages share what was required. */
  public void beginPage() {
    page.set(newPage());
  }

  public void endPage() {
    page.remove();
  }

  private PageResources newPage() {
    return new PageResources(catalog, addresses, origin.get());
  }

  @Override
  public WebResourceAssembler assembler() {
    return Optional.ofNullable(page.get()).orElseGet(this::newPage);
  }

  /** The tags of a page's frame: what every page has, its contexts, and what its body required. */
  public String frameTags(List<String> contexts) {
    WebResourceAssembler assembler = assembler();
    assembler.resources().requireContext(Need.SUPER);
    contexts.forEach(assembler.resources()::requireContext);
    StringWriter tags = new StringWriter();
    assembler.assembled().drainIncludedResources().writeHtmlTags(tags, UrlMode.AUTO);
    return tags.toString();
  }

  /** What is served under a path that begins with {@code /download/}. */
  public Optional<Content> content(String path) {
    return new Downloads(catalog, apps).content(path);
  }
}
