package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.collectors.Entry.FromFile;
import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import io.hearth.host.Layout;
import io.hearth.host.Product;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCollectorsTest {

  private final Collector productLogs = new ProductLogs();
  @TempDir Path folder;
  private TestHost host;
  private Path log;

  @BeforeEach
  void makeProduct() throws IOException {
    host = TestHost.in(folder);
    log = Files.createDirectories(host.home().resolve("log"));
  }

  @Test
  void theMainLogComesFirstThenTheNewest() throws IOException {
    aged("atlassian-jira.log", "main\n", 9);
    aged("atlassian-jira.log.1", "older\n", 20);
    aged("atlassian-jira-security.log", "newest\n", 1);
    aged("audit/today.audit", "audit\n", 5);
    assertEquals(
        List.of(
            "atlassian-jira.log",
            "atlassian-jira-security.log",
            "audit/today.audit",
            "atlassian-jira.log.1"),
        TestHost.names(productLogs.entries(host.scope())));
  }

  @Test
  void packedRotationsAppearUnpackedUnderTheirPlainNames() throws IOException {
    Path packed = log.resolve("atlassian-jira.log.2.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("rotated\n".getBytes());
    }
    FromFile entry = assertInstanceOf(FromFile.class, only(productLogs.entries(host.scope())));
    assertEquals("atlassian-jira.log.2", entry.name());
    assertEquals(8, entry.expectedBytes());
    assertEquals("rotated\n", TestHost.text(entry));
  }

  @Test
  void twoFilesThatUnpackToOneNameAreBothThere() throws IOException {
    aged("a.log", "plain\n", 1);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(log.resolve("a.log.gz")))) {
      out.write("packed\n".getBytes());
    }
    aged("A.LOG", "upper\n", 1);
    List<String> names = new ArrayList<>(TestHost.names(productLogs.entries(host.scope())));
    assertEquals(3, names.stream().map(String::toLowerCase).distinct().count(), names.toString());
  }

  @Test
  void theNewestBytesAreKeptAndTheRestIsListed() throws IOException {
    aged("atlassian-jira.log", "0123456789\nabcdefghi\n", 1);
    aged("atlassian-jira.log.1", "xxxxxxxxxx\nyyyyyyyyy\n", 2);
    aged("atlassian-jira.log.2", "zzz\n", 3);
    List<Entry> entries = productLogs.entries(host.scope(Optional.empty(), 33));
    assertEquals("0123456789\nabcdefghi\n", TestHost.text(entries.get(0)));
    assertEquals("yyyyyyyyy\n", TestHost.text(entries.get(1)));
    assertTrue(((FromFile) entries.get(1)).cut());
    assertEquals(12, ((FromFile) entries.get(1)).expectedBytes());
    assertReason("atlassian-jira.log.2", Unreadable.OVER_LIMIT, entries);
  }

  @Test
  void theLimitHoldsWhenALogGrowsMeanwhile() throws IOException {
    aged("atlassian-jira.log", "one\n", 1);
    List<Entry> entries = productLogs.entries(host.scope(Optional.empty(), 10));
    aged("atlassian-jira.log", "one\ntwo\nthree\n", 0);
    assertEquals("two\nthree\n", TestHost.text(only(entries)));
  }

  @Test
  void whatIsOlderThanAskedForIsNotTakenAndToldInOneLine() throws IOException {
    aged("atlassian-jira.log", "new\n", 1);
    aged("atlassian-jira.log.1", "old\n", 48);
    aged("atlassian-jira.log.2", "older\n", 72);
    Instant since = TestHost.NOW.minus(Duration.ofDays(1));
    List<Entry> entries = productLogs.entries(host.scope(Optional.of(since), 1000));
    assertEquals(2, entries.size());
    assertEquals("atlassian-jira.log", entries.get(0).name());
    assertReason("older-files (2)", Unreadable.OVER_LIMIT, entries);
  }

  @Test
  void foldersTooDeepToFollowAreListed() throws IOException {
    aged("a/b/c/d/e.log", "x\n", 1);
    assertReason("a/b/c/d", Unreadable.OVER_LIMIT, productLogs.entries(host.scope()));
  }

  @Test
  void accessLogsAreAnItemOfTheirOwn() throws IOException {
    aged("atlassian-bitbucket-access.log", "home\n", 1);
    TestHost.write(host.install().resolve("logs/access_log.2026-03-01"), "GET /\n");
    TestHost.write(host.install().resolve("logs/conf_access_log2026-03-01.log"), "GET /\n");
    TestHost.write(host.install().resolve("logs/catalina.out"), "started\n");
    assertEquals(List.of(), TestHost.names(productLogs.entries(host.scope())));
    assertEquals(3, new AccessLogs().entries(host.scope()).size());
    assertEquals(
        List.of("catalina.out"), TestHost.names(new InstallationLogs().entries(host.scope())));
  }

  @Test
  void aCrashOfTheJvmIsFoundWhereItIsWritten() throws IOException {
    TestHost.write(host.install().resolve("logs/gc-1.log"), "gc\n");
    TestHost.write(host.install().resolve("bin/hs_err_pid7.log"), "crash\n");
    TestHost.write(host.home().resolve("hs_err_pid8.log"), "crash\n");
    List<String> names = TestHost.names(new InstallationLogs().entries(host.scope()));
    assertTrue(names.containsAll(List.of("gc-1.log", "hs_err_pid7.log", "hs_err_pid8.log")));
  }

  @Test
  void aHeapDumpIsNeverTaken() throws IOException {
    for (String name : List.of("java_pid1.hprof", "x.HPROF", "x.hprof.gz", "x.hprof.1")) {
      aged(name, "JAVA PROFILE", 1);
    }
    List<Entry> entries = productLogs.entries(host.scope());
    assertEquals(4, entries.size());
    entries.forEach(entry -> assertReason(entry.name(), Unreadable.BINARY, entries));
  }

  @Test
  void hostileFilesAreListedWithTheirReason() throws Exception {
    Path secret = TestHost.write(folder.resolve("secret"), "secret\n");
    SafeFilesTest.fifo(log.resolve("fifo.log"));
    Files.createSymbolicLink(log.resolve("loop.log"), log.resolve("loop.log"));
    Files.createSymbolicLink(log.resolve("out.log"), secret);
    Files.createSymbolicLink(log.resolve("dangling.log"), log.resolve("nothing"));
    Files.createSymbolicLink(log.resolve("up"), host.home());
    aged("new\nline.log", "x", 1);
    aged("..\\..\\evil.log", "x", 1);
    aged("bell\u0007.log", "x", 1);
    List<Entry> entries = productLogs.entries(host.scope());
    assertReason("fifo.log", Unreadable.NOT_A_FILE, entries);
    assertReason("loop.log", Unreadable.NOT_A_FILE, entries);
    assertReason("out.log", Unreadable.OUTSIDE_ROOTS, entries);
    assertReason("dangling.log", Unreadable.VANISHED, entries);
    assertReason("up", Unreadable.NOT_A_FILE, entries);
    assertReason("new\\u000aline.log", Unreadable.UNSAFE_NAME, entries);
    assertReason("..\\u005c..\\u005cevil.log", Unreadable.UNSAFE_NAME, entries);
    assertReason("bell\\u0007.log", Unreadable.UNSAFE_NAME, entries);
    assertEquals(8, entries.size());
  }

  @Test
  void aLogFolderThatLinksToAnotherPlaceIsRefusedAndListed() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("var/log/jira"));
    Files.writeString(elsewhere.resolve("atlassian-jira.log"), "x");
    Files.delete(log);
    Files.createSymbolicLink(log, elsewhere);
    assertReason("log", Unreadable.OUTSIDE_ROOTS, productLogs.entries(host.scope()));
  }

  @Test
  void aFileThatVanishesAfterTheListingIsToldWhenItsTurnComes() throws IOException {
    aged("atlassian-jira.log", "x\n", 1);
    Entry entry = only(productLogs.entries(host.scope()));
    Files.delete(log.resolve("atlassian-jira.log"));
    assertEquals(
        Unreadable.VANISHED,
        assertThrows(UnreadableException.class, () -> TestHost.text(entry)).reason());
  }

  @Test
  void aFileExchangedForALinkAfterTheListingIsRefused() throws IOException {
    Path secret = TestHost.write(folder.resolve("secret"), "secret\n");
    aged("atlassian-jira.log", "x\n", 1);
    Entry entry = only(productLogs.entries(host.scope()));
    Files.delete(log.resolve("atlassian-jira.log"));
    Files.createSymbolicLink(log.resolve("atlassian-jira.log"), secret);
    assertEquals(
        Unreadable.OUTSIDE_ROOTS,
        assertThrows(UnreadableException.class, () -> TestHost.text(entry)).reason());
  }

  @Test
  void confluenceKeepsItsLogsInAnotherFolder() throws IOException {
    TestHost confluence = TestHost.in(folder.resolve("c"), Product.Kind.CONFLUENCE);
    TestHost.write(confluence.home().resolve("logs/atlassian-confluence.log"), "x\n");
    TestHost.write(confluence.home().resolve("logs/synchrony/atlassian-synchrony.log"), "x\n");
    assertEquals(
        List.of("atlassian-confluence.log", "synchrony/atlassian-synchrony.log"),
        TestHost.names(productLogs.entries(confluence.scope())));
  }

  @Test
  void anUnknownInstallationIsNotSilentlyEmpty() throws IOException {
    Layout layout = new Layout(host.home(), host.home(), Optional.empty());
    Scope scope = new TestHost(host.product(), layout, List.of()).offline();
    assertReason("logs", Unreadable.NOT_SUPPORTED, new InstallationLogs().entries(scope));
    assertFalse(new Configuration().entries(scope).isEmpty());
  }

  private void aged(String name, String text, int hours) throws IOException {
    Path file = TestHost.write(log.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(TestHost.NOW.minus(Duration.ofHours(hours))));
  }

  private static Entry only(List<Entry> entries) {
    assertEquals(1, entries.size(), () -> TestHost.names(entries).toString());
    return entries.get(0);
  }

  private static void assertReason(String name, Unreadable reason, List<Entry> entries) {
    Missing missing = assertInstanceOf(Missing.class, TestHost.named(entries, name));
    assertEquals(reason, missing.reason(), name);
  }
}
