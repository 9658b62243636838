package io.hearth.devhost.webresource;

import com.atlassian.json.marshal.Jsonable;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The HTML that loads web resources: data, then styles, then scripts, as the products write it. */
final class Tags {
  private static final String DATA_HEAD =
      "window.WRM=window.WRM||{};window.WRM._unparsedData=window.WRM._unparsedData||{};"
          + "window.WRM._unparsedErrors=window.WRM._unparsedErrors||{};\n";
  private static final String DATA_END = "if(window.WRM._dataArrived)window.WRM._dataArrived();";

  private final Catalog catalog;
  private final Addresses addresses;
  private final Map<String, Jsonable> data;
  private final List<Link> styles = new ArrayList<>();
  private final List<Link> scripts = new ArrayList<>();

  private record Link(String address, String key, String batchType) {
    String attributes() {
      return "data-wrm-key=\"" + key + "\" data-wrm-batch-type=\"" + batchType + "\"";
    }
  }

  Tags(Catalog catalog, Addresses addresses, Map<String, Jsonable> data) {
    this.catalog = catalog;
    this.addresses = addresses;
    this.data = new LinkedHashMap<>(data);
  }

  void add(Need need) {
    List<WebModule> modules = need.modules(catalog);
    modules.forEach(this::addData);
    for (ResourceType type : ResourceType.values()) {
      Batch batch = new Batch(type, modules);
      if (!batch.isEmpty()) {
        String address = addresses.contextBatch(type, need.names(), catalog.made(batch).hash());
        links(type).add(new Link(address, need.names(), "context"));
      }
    }
  }

  void add(WebModule module) {
    addData(module);
    for (ResourceType type : ResourceType.values()) {
      Batch batch = new Batch(type, List.of(module));
      if (!batch.isEmpty()) {
        String address = addresses.batch(type, module, catalog.made(batch).hash());
        links(type).add(new Link(address, module.key(), "resource"));
      }
    }
  }

  private void addData(WebModule module) {
    module.data().forEach((key, provider) -> data.put(key, provider.get()));
  }

  private List<Link> links(ResourceType type) {
    return type == ResourceType.JS ? scripts : styles;
  }

  void write(Writer out, String origin) {
    try {
      if (!data.isEmpty()) {
        out.write(dataScript());
      }
      for (Link link : styles) {
        out.write(
            "<link rel=\"stylesheet\" href=\""
                + origin
                + link.address()
                + "\" "
                + link.attributes()
                + " media=\"all\">\n");
      }
      for (Link link : scripts) {
        out.write(
            "<script src=\""
                + origin
                + link.address()
                + "\" "
                + link.attributes()
                + " data-initially-rendered></script>\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String dataScript() throws IOException {
    StringBuilder script = new StringBuilder("<script>\n").append(DATA_HEAD);
    for (Map.Entry<String, Jsonable> entry : data.entrySet()) {
      StringWriter json = new StringWriter();
      entry.getValue().write(json);
      script
          .append("WRM._unparsedData[")
          .append(quoted(entry.getKey()))
          .append("]=")
          .append(quoted(json.toString()))
          .append(";\n");
    }
    return script.append(DATA_END).append("</script>\n").toString();
  }

  /** A script string that cannot end the script element it stands in. */
  private static String quoted(String text) {
    return new JsonPrimitive(text).toString().replace("<", "\\u003C");
  }
}
