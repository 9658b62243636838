package io.hearth.devhost.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads descriptors; no external entities, since nothing outside the JAR belongs to it. */
final class Xml {
  private Xml() {}

  /** Quiet, unlike the JDK's own, which writes to the standard error stream. */
  private static final ErrorHandler STRICT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException problem) {}

        @Override
        public void error(SAXParseException problem) throws SAXException {
          throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
          throw problem;
        }
      };

  static Element parse(byte[] xml) throws SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(STRICT);
      return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .flatMap(node -> node instanceof Element element ? Stream.of(element) : Stream.empty())
        .toList();
  }

  static Stream<Element> children(Element parent, String name) {
    return children(parent).stream().filter(child -> name.equals(child.getTagName()));
  }

  static Optional<Element> child(Element parent, String name) {
    return children(parent, name).findFirst();
  }

  static List<String> texts(Element parent, String name) {
    return children(parent, name).map(Xml::text).toList();
  }

  static String text(Element element) {
    return element.getTextContent().strip();
  }

  static Optional<String> attribute(Element element, String name) {
    return element.hasAttribute(name)
        ? Optional.of(element.getAttribute(name).strip())
        : Optional.empty();
  }

  /** {@code <param name value>} or {@code <param name>value</param>}, and {@code init-param}. */
  static Map<String, String> parameters(Element parent) {
    Map<String, String> parameters = new TreeMap<>();
    children(parent, "param")
        .forEach(
            param ->
                parameters.put(
                    attribute(param, "name").orElse(""),
                    attribute(param, "value").orElseGet(() -> text(param))));
    children(parent, "init-param")
        .forEach(
            param ->
                parameters.put(
                    child(param, "param-name").map(Xml::text).orElse(""),
                    child(param, "param-value").map(Xml::text).orElse("")));
    return parameters;
  }
}
