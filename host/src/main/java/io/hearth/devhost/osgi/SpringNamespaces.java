package io.hearth.devhost.osgi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A bundle that tells Gemini Blueprint of the XML schemas and namespaces of the Spring on the class
 * path. Gemini looks for them in bundles only, and without them would ask springframework.org.
 */
final class SpringNamespaces {
  private static final List<String> REGISTRIES =
      List.of("META-INF/spring.schemas", "META-INF/spring.handlers");

  private SpringNamespaces() {}

  static InputStream bundle() throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "io.hearth.devhost.spring-namespaces");
    headers.putValue("DynamicImport-Package", "org.springframework.*");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      for (String registry : REGISTRIES) {
        jar.putNextEntry(new JarEntry(registry));
        copyAll(registry, jar);
        jar.closeEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void copyAll(String registry, JarOutputStream jar) throws IOException {
    ClassLoader loader = SpringNamespaces.class.getClassLoader();
    for (URL part : Collections.list(loader.getResources(registry))) {
      try (InputStream in = part.openStream()) {
        in.transferTo(jar);
        jar.write('\n');
      }
    }
  }
}
