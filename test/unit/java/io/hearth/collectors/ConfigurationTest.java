package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import io.hearth.host.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

  private final Collector configuration = new Configuration();
  @TempDir Path folder;

  @Test
  void jira() throws IOException {
    TestHost host = TestHost.in(folder);
    check(
        host,
        List.of(
            "local-home/dbconfig.xml",
            "local-home/jira-config.properties",
            "local-home/cluster.properties",
            "shared-home/upmconfig/upm.properties",
            "installation/conf/server.xml",
            "installation/conf/Catalina/localhost/jira.xml",
            "installation/bin/setenv.sh",
            "installation/atlassian-jira/WEB-INF/web.xml",
            "installation/atlassian-jira/WEB-INF/classes/log4j2.xml",
            "installation/atlassian-jira/WEB-INF/classes/entityengine.xml",
            "installation/atlassian-jira/WEB-INF/classes/seraph-config.xml",
            "installation/atlassian-jira/WEB-INF/classes/crowd.properties"),
        List.of(
            "local-home/data/keys.properties",
            "local-home/upmconfig/truststore/x.pem",
            "local-home/a.p12"));
  }

  @Test
  void confluence() throws IOException {
    TestHost host = TestHost.in(folder, Product.Kind.CONFLUENCE);
    check(
        host,
        List.of(
            "local-home/confluence.cfg.xml",
            "local-home/synchrony-args.properties",
            "shared-home/confluence.cfg.xml",
            "installation/conf/server.xml",
            "installation/bin/setenv.sh",
            "installation/bin/synchrony/start-synchrony.sh",
            "installation/confluence/WEB-INF/web.xml",
            "installation/confluence/WEB-INF/classes/confluence-init.properties",
            "installation/confluence/WEB-INF/classes/log4j2.xml",
            "installation/confluence/WEB-INF/classes/atlassian-user.xml",
            "installation/confluence/WEB-INF/classes/seraph-config.xml"),
        List.of("local-home/index/x.xml"));
  }

  @Test
  void bitbucket() throws IOException {
    TestHost host = TestHost.in(folder, Product.Kind.BITBUCKET);
    check(
        host,
        List.of(
            "shared-home/bitbucket.properties",
            "installation/bin/set-bitbucket-user.sh",
            "installation/bin/_start-webapp.sh",
            "installation/app/WEB-INF/web.xml"),
        List.of("shared-home/config/ssh-server-keys.pem"));
  }

  @Test
  void whatBelongsThereAndIsNotIsMissing() throws IOException {
    List<Entry> entries = configuration.entries(TestHost.in(folder).scope());
    assertEquals(
        List.of("local-home/dbconfig.xml", "installation/conf/server.xml"),
        TestHost.names(entries));
    entries.forEach(entry -> assertEquals(Unreadable.VANISHED, ((Missing) entry).reason()));
  }

  @Test
  void aConfigurationFolderThatLinksOutIsRefusedOnce() throws IOException {
    TestHost host = TestHost.in(folder);
    TestHost.write(folder.resolve("etc/server.xml"), "<Server/>");
    Files.createSymbolicLink(host.install().resolve("conf"), folder.resolve("etc"));
    List<Entry> entries = configuration.entries(host.scope());
    Missing conf = assertInstanceOf(Missing.class, TestHost.named(entries, "installation/conf"));
    assertEquals(Unreadable.OUTSIDE_ROOTS, conf.reason());
    assertEquals(1, TestHost.names(entries).stream().filter("installation/conf"::equals).count());
  }

  private void check(TestHost host, List<String> taken, List<String> left) throws IOException {
    for (String name : taken) {
      TestHost.write(folder.resolve(name), name);
    }
    for (String name : left) {
      TestHost.write(folder.resolve(name), name);
    }
    // Old as it may be, it still rules.
    List<Entry> entries =
        configuration.entries(host.scope(Optional.of(Instant.MAX), Long.MAX_VALUE));
    assertEquals(
        taken.stream().sorted().toList(), TestHost.names(entries).stream().sorted().toList());
    for (Entry entry : entries) {
      assertEquals(entry.name(), TestHost.text(entry));
    }
  }
}
