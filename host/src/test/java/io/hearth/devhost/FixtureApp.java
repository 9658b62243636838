package io.hearth.devhost;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A small app, compiled and packed by the test; it would load as it is, tests then break it. */
final class FixtureApp {
  static final String KEY = "fixture";

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> signatures = new LinkedHashMap<>();
  private final List<String> modules = new ArrayList<>();
  private final List<String> beans = new ArrayList<>();
  private String version = "1.0.0";

  FixtureApp() {
    headers.put("Bundle-ManifestVersion", "2");
    headers.put("Bundle-SymbolicName", KEY);
    headers.put("Atlassian-Plugin-Key", KEY);
    headers.put("Spring-Context", "*");
    headers.put(
        "Import-Package",
        "jakarta.servlet,jakarta.servlet.http,com.atlassian.annotations.security;"
            + "resolution:=optional");
  }

  /** A class in package {@code fixture}. */
  FixtureApp source(String name, String body) {
    sources.put(name, "package fixture;\n" + body);
    return this;
  }

  FixtureApp servlet(String name, String pattern, String annotation, String get) {
    modules.add(
        "<servlet key='%s' class='fixture.%s'><url-pattern>%s</url-pattern></servlet>"
            .formatted(name, name, pattern));
    return source(
        name,
        """
        import jakarta.servlet.http.*;
        %s
        public class %s extends HttpServlet {
          @Override
          protected void doGet(HttpServletRequest request, HttpServletResponse response)
              throws java.io.IOException {
            %s
          }
        }
        """
            .formatted(annotation, name, get));
  }

  FixtureApp module(String xml) {
    modules.add(xml);
    return this;
  }

  FixtureApp bean(String id, String attributes) {
    beans.add("<bean id='%s' %s/>".formatted(id, attributes));
    return this;
  }

  FixtureApp header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  FixtureApp without(String header) {
    headers.remove(header);
    return this;
  }

  FixtureApp imports(String more) {
    return header("Import-Package", headers.get("Import-Package") + "," + more);
  }

  FixtureApp file(String path, String text) {
    files.put(path, text);
    return this;
  }

  /** Compiles against another form of a product's type than the one the host knows. */
  FixtureApp against(String type, String source) {
    signatures.put(type, source);
    return this;
  }

  FixtureApp version(String text) {
    version = text;
    return this;
  }

  Path jar(Path folder) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    compile(classes);
    Path jar = folder.resolve("fixture-" + version + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest())) {
      for (String name : sources.keySet()) {
        byte[] bytes = Files.readAllBytes(classes.resolve("fixture/" + name + ".class"));
        put(entries, "fixture/" + name + ".class", bytes);
      }
      Map<String, String> texts = new LinkedHashMap<>(files);
      texts.putIfAbsent("atlassian-plugin.xml", descriptor());
      texts.putIfAbsent("META-INF/spring/fixture.xml", spring());
      for (Map.Entry<String, String> each : texts.entrySet()) {
        put(entries, each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }

  private Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-Version", version);
    headers.forEach(attributes::putValue);
    return manifest;
  }

  private String descriptor() {
    return """
        <atlassian-plugin key='%s' name='Fixture' plugins-version='2'>
          <plugin-info><version>%s</version><vendor name='Tests'/></plugin-info>
          %s
        </atlassian-plugin>
        """
        .formatted(KEY, version, String.join("\n", modules));
  }

  private String spring() {
    return """
        <beans xmlns="http://www.springframework.org/schema/beans"
               xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
               xsi:schemaLocation="http://www.springframework.org/schema/beans
                 http://www.springframework.org/schema/beans/spring-beans.xsd">
          %s
        </beans>
        """
        .formatted(String.join("\n", beans));
  }

  private void compile(Path classes) {
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Source("fixture/" + name, text)));
    signatures.forEach((name, text) -> units.add(new Source(name, text)));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options = List.of("-d", classes.toString(), "-proc:none");
    if (!units.isEmpty() && !compiler.getTask(null, null, null, options, null, units).call()) {
      throw new IllegalStateException("the fixture does not compile");
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
