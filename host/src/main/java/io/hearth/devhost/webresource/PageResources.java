package io.hearth.devhost.webresource;

import com.atlassian.json.marshal.Jsonable;
import com.atlassian.webresource.api.UrlMode;
import com.atlassian.webresource.api.assembler.AssembledResources;
import com.atlassian.webresource.api.assembler.RequiredData;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import com.atlassian.webresource.api.assembler.WebResourceSet;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one page has asked for so far; draining it leaves out what the page was already given. */
final class PageResources
    implements WebResourceAssembler, AssembledResources, RequiredResources, RequiredData {
  private final Catalog catalog;
  private final Addresses addresses;
  private final String baseUrl;
  private final Set<String> contexts = new LinkedHashSet<>();
  private final Set<String> modules = new LinkedHashSet<>();
  private final Set<WebModule> written = new LinkedHashSet<>();
  private final List<String> writtenNames = new ArrayList<>();
  private Map<String, Jsonable> data = new LinkedHashMap<>();

  /** {@code baseUrl} without the context path, for absolute addresses. */
  PageResources(Catalog catalog, Addresses addresses, String baseUrl) {
    this.catalog = catalog;
    this.addresses = addresses;
    this.baseUrl = baseUrl;
  }

  @Override
  public AssembledResources assembled() {
    return this;
  }

  @Override
  public RequiredResources resources() {
    return this;
  }

  @Override
  public RequiredData data() {
    return this;
  }

  @Override
  public RequiredResources requireWebResource(String moduleCompleteKey) {
    modules.add(moduleCompleteKey);
    return this;
  }

  @Override
  public RequiredResources requireContext(String context) {
    contexts.add(context);
    return this;
  }

  @Override
  public RequiredResources requireModule(String name) {
    throw new UnsupportedOperationException("this host has no AMD modules: " + name);
  }

  @Override
  public RequiredResources requirePage(String page) {
    throw new UnsupportedOperationException("this host has no root pages: " + page);
  }

  @Override
  public RequiredData requireData(String key, Jsonable content) {
    data.put(key, content);
    return this;
  }

  @Override
  public RequiredData requireData(String key, Number content) {
    return requireData(key, out -> out.write(new JsonPrimitive(content).toString()));
  }

  @Override
  public RequiredData requireData(String key, String content) {
    return requireData(key, out -> out.write(new JsonPrimitive(content).toString()));
  }

  @Override
  public RequiredData requireData(String key, Boolean content) {
    return requireData(key, out -> out.write(content.toString()));
  }

  @Override
  public WebResourceSet drainIncludedResources() {
    Tags tags = new Tags(catalog, addresses, data);
    data = new LinkedHashMap<>();
    if (contexts.remove(Need.SUPER)) {
      drainContexts(tags, List.of(Need.SUPER));
    }
    if (!contexts.isEmpty()) {
      drainContexts(tags, List.copyOf(contexts));
      contexts.clear();
    }
    List<WebModule> single = modules.stream().flatMap(key -> catalog.module(key).stream()).toList();
    modules.clear();
    for (WebModule module : catalog.withDependencies(single)) {
      if (written.add(module)) {
        writtenNames.add(module.key());
        tags.add(module);
      }
    }
    return (out, mode) -> tags.write(out, mode == UrlMode.ABSOLUTE ? baseUrl : "");
  }

  private void drainContexts(Tags tags, List<String> names) {
    Need need = new Need(names, List.copyOf(writtenNames));
    tags.add(need);
    written.addAll(need.modules(catalog));
    writtenNames.addAll(names);
  }
}
