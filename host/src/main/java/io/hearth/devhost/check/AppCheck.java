package io.hearth.devhost.check;

import io.hearth.devhost.instance.Product;
import io.hearth.devhost.osgi.HostPackages;
import io.hearth.devhost.plugin.AppArchive;
import io.hearth.devhost.plugin.Descriptor;
import io.hearth.devhost.plugin.DescriptorReader;
import io.hearth.devhost.plugin.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** Everything about a JAR that would keep it from loading in the products, found before it runs. */
public final class AppCheck {
  private final Product product;
  private final HostPackages host;

  public AppCheck(Product product, HostPackages host) {
    this.product = product;
    this.host = host;
  }

  /** The descriptor of an app that passes; {@link Refusal} with all reasons otherwise. */
  public Descriptor check(AppArchive archive, Predicate<String> isKnownWebResource) {
    List<String> problems = new ArrayList<>();
    Descriptor descriptor = DescriptorReader.read(archive, product.kind(), problems::add);
    checkManifest(archive, descriptor, problems);
    String servletPackage = product.platform().servletPackage();
    References references = References.of(archive);
    new ImportCheck(host, product.platform(), problems::add).check(archive, references);
    new MemberCheck(host, servletPackage, problems::add).check(references);
    new ContentCheck(archive, isKnownWebResource, problems::add).check(descriptor);
    new SpringCheck(archive, problems::add).check();
    if (!problems.isEmpty()) {
      throw new Refusal(archive.name(), problems);
    }
    return descriptor;
  }

  private static void checkManifest(
      AppArchive archive, Descriptor descriptor, List<String> problems) {
    String key = descriptor.information().key();
    require(archive, "Bundle-SymbolicName", problems);
    String named = require(archive, "Atlassian-Plugin-Key", problems);
    if (!named.isEmpty() && !named.equals(key)) {
      problems.add("Atlassian-Plugin-Key is " + named + ", the descriptor's key is " + key);
    }
    if (!"2".equals(archive.header("Bundle-ManifestVersion").orElse(""))) {
      problems.add("the manifest needs Bundle-ManifestVersion: 2");
    }
    Stream.of(archive.header("Bundle-Version").orElse(""), descriptor.information().version())
        .distinct()
        .forEach(version -> checkVersion(version, problems));
  }

  private static String require(AppArchive archive, String header, List<String> problems) {
    String value = archive.header(header).orElse("");
    if (value.isEmpty()) {
      problems.add("the manifest has no " + header);
    }
    return value;
  }

  private static void checkVersion(String version, List<String> problems) {
    try {
      Version.parseVersion(version);
    } catch (IllegalArgumentException e) {
      problems.add("version \"" + version + "\" is not MAJOR.MINOR.MICRO.QUALIFIER as OSGi wants");
    }
  }
}
