package io.hearth.devhost.plugin;

import io.hearth.devhost.instance.ProductKind;
import io.hearth.devhost.plugin.Descriptor.Information;
import io.hearth.devhost.plugin.Descriptor.Label;
import io.hearth.devhost.plugin.Descriptor.Resource;
import io.hearth.devhost.plugin.Descriptor.ServletModule;
import io.hearth.devhost.plugin.Descriptor.WebItem;
import io.hearth.devhost.plugin.Descriptor.WebResource;
import io.hearth.devhost.plugin.Descriptor.WebSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads {@code atlassian-plugin.xml} and the descriptors in the folders that the manifest's {@code
 * Atlassian-Scan-Folders} names. Whatever the products would not take is reported.
 */
public final class DescriptorReader {
  private static final String MAIN = "atlassian-plugin.xml";
  private static final Set<String> SPRING_ONLY =
      Set.of("component", "component-import", "bundle-instructions");

  private final AppArchive archive;
  private final ProductKind product;
  private final Consumer<String> problem;
  private final Set<String> keys = new HashSet<>();
  private final List<ServletModule> servlets = new ArrayList<>();
  private final List<WebResource> webResources = new ArrayList<>();
  private final List<WebSection> webSections = new ArrayList<>();
  private final List<WebItem> webItems = new ArrayList<>();
  private final List<Resource> pluginResources = new ArrayList<>();
  private final List<String> i18nBundles = new ArrayList<>();
  private Information information = new Information("", "", "", "", "", "", Map.of());

  private DescriptorReader(AppArchive archive, ProductKind product, Consumer<String> problem) {
    this.archive = archive;
    this.product = product;
    this.problem = problem;
  }

  public static Descriptor read(AppArchive archive, ProductKind product, Consumer<String> problem) {
    DescriptorReader reader = new DescriptorReader(archive, product, problem);
    reader.readMain();
    archive
        .header("Atlassian-Scan-Folders")
        .ifPresent(
            folders ->
                Arrays.stream(folders.split(","))
                    .map(folder -> folder.strip().replaceAll("/?$", "/"))
                    .flatMap(folder -> archive.under(folder, ".xml").stream())
                    .forEach(reader::readScanned));
    return new Descriptor(
        reader.information,
        List.copyOf(reader.servlets),
        List.copyOf(reader.webResources),
        List.copyOf(reader.webSections),
        List.copyOf(reader.webItems),
        List.copyOf(reader.pluginResources),
        List.copyOf(reader.i18nBundles));
  }

  private void readMain() {
    if (!archive.has(MAIN)) {
      problem.accept("there is no " + MAIN + " at the root of the JAR");
      return;
    }
    parse(MAIN, this::head);
    parse(MAIN, root -> modules(MAIN, root));
  }

  private void readScanned(String file) {
    parse(file, root -> modules(file, root));
  }

  private void parse(String file, Consumer<Element> read) {
    try {
      Element root = Xml.parse(archive.entry(file).orElseThrow());
      if ("atlassian-plugin".equals(root.getTagName())) {
        read.accept(root);
      } else {
        problem.accept(
            file + ": the root element is <" + root.getTagName() + ">, not <atlassian-plugin>");
      }
    } catch (SAXException e) {
      problem.accept(file + " is not well-formed XML: " + e.getMessage());
    }
  }

  private void head(Element root) {
    if (!"2".equals(Xml.attribute(root, "plugins-version").orElse(""))) {
      problem.accept(MAIN + ": plugins-version must be 2");
    }
    String key = Xml.attribute(root, "key").orElse("");
    information =
        Xml.child(root, "plugin-info")
            .map(info -> information(key, Xml.attribute(root, "name").orElse(key), info))
            .orElseGet(() -> new Information(key, key, "", "", "", "", Map.of()));
  }

  private static Information information(String key, String name, Element info) {
    return new Information(
        key,
        name,
        Xml.child(info, "version").map(Xml::text).orElse(""),
        Xml.child(info, "vendor").flatMap(vendor -> Xml.attribute(vendor, "name")).orElse(""),
        Xml.child(info, "vendor").flatMap(vendor -> Xml.attribute(vendor, "url")).orElse(""),
        Xml.child(info, "description").map(Xml::text).orElse(""),
        Xml.parameters(info));
  }

  private void modules(String file, Element root) {
    for (Element module : Xml.children(root)) {
      if (isForThisProduct(module)) {
        module(file, module);
      }
    }
  }

  /** A module may name the products it is meant for; the others do not look at it. */
  private boolean isForThisProduct(Element module) {
    return Xml.attribute(module, "application")
        .map(names -> Arrays.stream(names.split(",")).map(String::strip).toList())
        .map(names -> names.contains(product.id()))
        .orElse(true);
  }

  private void module(String file, Element module) {
    String type = module.getTagName();
    switch (type) {
      case "plugin-info" -> {}
      case "resource" -> pluginResource(file, module);
      case "servlet" -> servlets.add(servlet(file, module));
      case "web-resource" ->
          webResources.add(
              new WebResourceReader(file, information.key(), problem)
                  .read(key(file, module), module));
      case "web-section" -> webSections.add(section(file, module));
      case "web-item" -> webItems.add(item(file, module));
      default ->
          problem.accept(
              file
                  + ": "
                  + (SPRING_ONLY.contains(type)
                      ? "<"
                          + type
                          + "> has no effect in an app whose manifest has Atlassian-Plugin-Key; use"
                          + " META-INF/spring/*.xml"
                      : "module type <" + type + "> is unknown, or none that this host runs"));
    }
  }

  private void pluginResource(String file, Element module) {
    switch (Xml.attribute(module, "type").orElse("")) {
      case "i18n" -> i18nBundles.add(required(file, module, "location"));
      case "download" -> pluginResources.add(WebResourceReader.resource(module));
      default ->
          problem.accept(
              file + ": unknown resource type in " + describe(module) + " (i18n or download)");
    }
  }

  private ServletModule servlet(String file, Element module) {
    List<String> patterns = Xml.texts(module, "url-pattern");
    if (patterns.isEmpty()) {
      problem.accept(file + ": " + describe(module) + " has no <url-pattern>");
    }
    return new ServletModule(
        key(file, module), required(file, module, "class"), patterns, Xml.parameters(module));
  }

  private WebSection section(String file, Element module) {
    return new WebSection(
        key(file, module), required(file, module, "location"), weight(module), label(module));
  }

  private WebItem item(String file, Element module) {
    var link = Xml.child(module, "link");
    if (link.isEmpty()) {
      problem.accept(file + ": " + describe(module) + " has no <link>");
    }
    String key = key(file, module);
    return new WebItem(
        key,
        required(file, module, "section"),
        weight(module),
        label(module),
        link.flatMap(element -> Xml.attribute(element, "linkId")).orElse(key),
        link.map(Xml::text).orElse(""));
  }

  private static Label label(Element module) {
    return Xml.child(module, "label")
        .map(label -> new Label(Xml.attribute(label, "key"), Xml.text(label)))
        .orElseGet(() -> new Label(Xml.attribute(module, "i18n-name-key"), ""));
  }

  private static int weight(Element module) {
    return Xml.attribute(module, "weight").map(Integer::parseInt).orElse(1000);
  }

  private String key(String file, Element module) {
    String key = required(file, module, "key");
    if (!key.isEmpty() && !keys.add(key)) {
      problem.accept(file + ": the module key " + key + " is used twice");
    }
    return key;
  }

  private String required(String file, Element module, String attribute) {
    String value = Xml.attribute(module, attribute).orElse("");
    if (value.isEmpty()) {
      problem.accept(file + ": " + describe(module) + " has no " + attribute);
    }
    return value;
  }

  static String describe(Element module) {
    return "<"
        + module.getTagName()
        + Xml.attribute(module, "key").map(key -> " key=\"" + key + "\"").orElse("")
        + ">";
  }
}
