package io.hearth.devhost.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an app's {@code atlassian-plugin.xml} and its scanned descriptors say, for this product. */
public record Descriptor(
    Information information,
    List<ServletModule> servlets,
    List<WebResource> webResources,
    List<WebSection> webSections,
    List<WebItem> webItems,
    List<Resource> pluginResources,
    List<String> i18nBundles) {

  /** The head of the descriptor. */
  public record Information(
      String key,
      String name,
      String version,
      String vendor,
      String vendorUrl,
      String description,
      Map<String, String> parameters) {}

  /** {@code <servlet>}; one class may be reached under several patterns. */
  public record ServletModule(
      String key, String className, List<String> patterns, Map<String, String> parameters) {}

  /** A file that is served under {@code name}; a name ending in a slash stands for a folder. */
  public record Resource(String name, String location) {

    public Optional<String> locationOf(String asked) {
      if (name.endsWith("/") && asked.startsWith(name)) {
        return Optional.of(location + asked.substring(name.length()));
      }
      return name.equals(asked) ? Optional.of(location) : Optional.empty();
    }

    public boolean hasExtension(String extension) {
      return name.endsWith("." + extension);
    }
  }

  /** {@code <data>}: its provider's JSON is on the page before the resource's scripts. */
  public record Data(String key, String className) {}

  /** {@code <web-resource>}. */
  public record WebResource(
      String completeKey,
      List<Resource> resources,
      List<String> dependencies,
      List<String> contexts,
      List<Data> data) {}

  /** A link text or heading: an i18n key, or the text itself. */
  public record Label(Optional<String> key, String text) {}

  /** {@code <web-section>}. */
  public record WebSection(String key, String location, int weight, Label label) {}

  /** {@code <web-item>}. */
  public record WebItem(
      String key, String section, int weight, Label label, String linkId, String link) {}
}
