package io.hearth.devhost.plugin;

import io.hearth.devhost.plugin.Descriptor.Data;
import io.hearth.devhost.plugin.Descriptor.Resource;
import io.hearth.devhost.plugin.Descriptor.WebResource;
import java.util.Set;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/** Reads one {@code <web-resource>}. */
record WebResourceReader(String file, String pluginKey, Consumer<String> problem) {
  private static final Set<String> PARTS =
      Set.of("resource", "dependency", "context", "data", "description");

  WebResource read(String key, Element module) {
    Xml.children(module).stream()
        .filter(part -> !PARTS.contains(part.getTagName()))
        .forEach(
            part ->
                problem.accept(
                    file
                        + ": "
                        + DescriptorReader.describe(module)
                        + " has a <"
                        + part.getTagName()
                        + ">, which this host does not evaluate"));
    return new WebResource(
        pluginKey + ":" + key,
        Xml.children(module, "resource").map(WebResourceReader::resource).toList(),
        Xml.texts(module, "dependency"),
        Xml.texts(module, "context"),
        Xml.children(module, "data").map(WebResourceReader::data).toList());
  }

  static Resource resource(Element element) {
    return new Resource(
        Xml.attribute(element, "name").orElse(""),
        Xml.attribute(element, "location").orElse("").replaceAll("^/", ""));
  }

  private static Data data(Element element) {
    return new Data(
        Xml.attribute(element, "key").orElse(""), Xml.attribute(element, "class").orElse(""));
  }
}
