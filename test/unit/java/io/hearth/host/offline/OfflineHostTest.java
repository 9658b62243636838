package io.hearth.host.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hearth.host.InstalledApp;
import io.hearth.host.Layout;
import io.hearth.host.Product;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineHostTest {

  @TempDir Path folder;
  private Path home;
  private Path install;

  @BeforeEach
  void makeFolders() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    install = Files.createDirectories(folder.resolve("install"));
  }

  @Test
  void jiraOfACluster() throws IOException {
    Path shared = Files.createDirectories(folder.resolve("shared"));
    write(home, "dbconfig.xml", "<x/>");
    write(
        home, "cluster.properties", "jira.node.id = node one\njira.shared.home = " + shared + "\n");
    write(
        install,
        "atlassian-jira/META-INF/maven/com.atlassian.jira/jira-webapp/pom.properties",
        "version=10.3.2\n");
    OfflineHost host = detected();
    assertEquals(new Product(Product.Kind.JIRA, "Jira", "10.3.2", ""), host.product());
    assertEquals(new Layout(home, shared, Optional.of(install)), host.layout());
    assertEquals("node-one", host.nodeId());
  }

  @Test
  void confluenceByItsHome() throws IOException {
    Path shared = Files.createDirectories(home.resolve("shared-home"));
    write(
        home,
        "confluence.cfg.xml",
        "<c><buildNumber>9012</buildNumber><property name=\"confluence.cluster.home\">"
            + shared
            + "</property></c>");
    write(install, "confluence/WEB-INF/lib/confluence-9.2.1.jar", "");
    OfflineHost host = detected();
    assertEquals(
        new Product(Product.Kind.CONFLUENCE, "Confluence", "9.2.1", "9012"), host.product());
    assertEquals(shared, host.layout().sharedHome());
    assertEquals("offline", host.nodeId());
  }

  @Test
  void bitbucketKeepsItsSharedHomeInItsHome() throws IOException {
    write(home, "shared/bitbucket.properties", "");
    write(home, "hearth/node-id", "node-1234\n");
    OfflineHost host = OfflineHost.detect(home, Optional.empty()).orElseThrow();
    assertEquals(new Product(Product.Kind.BITBUCKET, "Bitbucket", "", ""), host.product());
    assertEquals(home.resolve("shared"), host.layout().sharedHome());
    assertEquals("node-1234", host.nodeId());
  }

  @Test
  void foldersOfNoneOfTheThreeAreNotGuessedAt() {
    assertEquals(Optional.empty(), OfflineHost.detect(home, Optional.of(install)));
    assertEquals(
        home, OfflineHost.of(Product.Kind.JIRA, home, Optional.empty()).layout().sharedHome());
  }

  @Test
  void theAddressIsThatOfTheReverseProxy() throws IOException {
    write(
        install,
        "conf/server.xml",
        "<!-- <Connector proxyName=\"commented.example\"/> --><Connector port=\"8080\"/>"
            + "<Connector port=\"8081\" proxyName=\"jira.example.com\" proxyPort=\"443\""
            + " scheme=\"https\"/>");
    OfflineHost host = OfflineHost.of(Product.Kind.JIRA, home, Optional.of(install));
    assertEquals(Optional.of(URI.create("https://jira.example.com")), host.baseUrl());
  }

  @Test
  void appsAreReadFromTheirJars() throws IOException {
    Path apps = Files.createDirectories(home.resolve("plugins/installed-plugins"));
    jar(
        apps.resolve("a.jar"),
        Map.of(
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\nAtlassian-Plugin-Key: com.acme.a\nBundle-Name: A\n"
                + "Bundle-Version: 1.2.3\nBundle-Vendor: Acme\n"));
    jar(
        apps.resolve("b.jar"),
        Map.of("atlassian-plugin.xml", "<atlassian-plugin name=\"B\"\n  key='com.acme.b'>"));
    Files.writeString(apps.resolve("torn.jar"), "no zip");
    Files.createDirectory(apps.resolve("folder.jar"));
    assertEquals(
        List.of(
            new InstalledApp("com.acme.a", "A", "1.2.3", "Acme", "UNKNOWN", false),
            new InstalledApp("com.acme.b", "B", "UNKNOWN", "UNKNOWN", "UNKNOWN", false),
            new InstalledApp("torn.jar", "torn.jar", "UNKNOWN", "UNKNOWN", "UNKNOWN", false)),
        OfflineHost.of(Product.Kind.JIRA, home, Optional.empty()).apps());
  }

  @Test
  void aLinkOutOfTheHomeIsNotRead() throws IOException {
    write(folder, "elsewhere", "jira.node.id=secret\n");
    Files.createSymbolicLink(home.resolve("cluster.properties"), folder.resolve("elsewhere"));
    assertEquals("offline", OfflineHost.of(Product.Kind.JIRA, home, Optional.empty()).nodeId());
  }

  @Test
  void settingsAreOutOfReach() {
    var settings = OfflineHost.of(Product.Kind.JIRA, home, Optional.empty()).settings();
    assertEquals(Optional.empty(), settings.get("x"));
    assertThrows(UnsupportedOperationException.class, () -> settings.put("x", "y"));
  }

  private OfflineHost detected() {
    return OfflineHost.detect(home, Optional.of(install)).orElseThrow();
  }

  private static void write(Path root, String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static void jar(Path file, Map<String, String> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
