package io.hearth.devhost.webresource;

import com.atlassian.json.marshal.Jsonable;
import com.google.gson.JsonPrimitive;
import io.hearth.devhost.plugin.Descriptor.Resource;
import io.hearth.devhost.plugin.Descriptor.WebResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The web resources of the product itself that apps may depend on. */
final class BuiltIn {
  private static final String PLUGIN = "com.atlassian.plugins.atlassian-plugins-webresource-plugin";
  private static final String DATA = PLUGIN + ":data";
  private static final String CONTEXT_PATH = PLUGIN + ":context-path";

  private BuiltIn() {}

  static List<WebModule> modules(String contextPath, String version) {
    Jsonable path = out -> out.write(new JsonPrimitive(contextPath).toString());
    return List.of(
        module(DATA, "data.js", List.of(), version, Map.of()),
        module(
            CONTEXT_PATH,
            "context-path.js",
            List.of(DATA),
            version,
            Map.of(CONTEXT_PATH + ".context-path", () -> path)));
  }

  private static WebModule module(
      String key,
      String file,
      List<String> dependencies,
      String version,
      Map<String, Supplier<Jsonable>> data) {
    return new WebModule(
        new WebResource(
            key,
            List.of(new Resource(file, "wrm/" + file)),
            dependencies,
            List.of(Need.SUPER),
            List.of()),
        version,
        BuiltIn::read,
        data);
  }

  private static Optional<byte[]> read(String location) {
    try (InputStream file = BuiltIn.class.getResourceAsStream("/" + location)) {
      return Optional.of(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
