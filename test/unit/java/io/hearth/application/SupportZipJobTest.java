package io.hearth.application;

import static io.hearth.application.Attempt.failing;
import static io.hearth.application.Attempt.file;
import static io.hearth.application.Attempt.made;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.application.Attempt.Result;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Entry.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportZipJobTest {

  private static final String LONG = "a line that is all right\n".repeat(20_000);

  @Test
  void entriesStandInTheOrderOfTheItemsBetweenReadmeAndOverview() {
    Result zip =
        new Attempt()
            .with("one", made("b.txt", "b"), file("a.log", "a"))
            .with("two", file("c.log", ""))
            .done();

    assertEquals(
        List.of("README.txt", "one/b.txt", "one/a.log", "two/c.log", "manifest.json", "index.html"),
        zip.names());
    assertEquals("", zip.text("two/c.log"));
  }

  @Test
  void aNameLearnedFromTheLastFileIsReplacedInTheFirstAndInEntryNames() {
    Result zip =
        new Attempt()
            .with("logs", file("jdoe.log", "jdoe was here\n"), file("z.log", "user=jdoe in\n"))
            .done();

    assertEquals("**** was here\n", zip.text("logs/____.log"));
    assertFalse(zip.text("manifest.json").contains("jdoe"), "in the manifest");
    assertFalse(zip.text("index.html").contains("jdoe"), "in the overview");
    assertEquals(2L, zip.outcome().redactions().get("user"));
  }

  @Test
  void whatRedactionLeftIsFoundByTheSecondSearchAndToldEverywhere() {
    String leak =
        "x ghp_0123456789abcdefghijABCDEFGHIJ012345 and ghp_0123456789abcdefghijABCDEFGHIJ0\n";
    Result zip = new Attempt().with("logs", file("a.log", leak), file("b.log", "fine\n")).done();

    assertEquals(
        Optional.of(new Outcome.Check(2, 2, List.of(new Outcome.Found("logs/a.log", "token", 2)))),
        zip.outcome().check());
    assertTrue(zip.text("manifest.json").contains("\"leaks\": {\n        \"token\": 2"));
    assertTrue(zip.text("index.html").contains("Look at these files"));
  }

  @Test
  void withoutTheSecondSearchNothingIsSaidAboutIt() {
    Result zip = new Attempt().unchecked().with("logs", file("a.log", "fine\n")).done();

    assertEquals(Optional.empty(), zip.outcome().check());
    assertFalse(zip.text("manifest.json").contains("\"check\""));
    assertFalse(zip.text("index.html").contains("second, independent search"));
  }

  @Test
  void anItemThatFailsToListIsMissingAndTheOthersAreThere() {
    Result zip =
        new Attempt()
            .with(
                "bad",
                scope -> {
                  throw new IllegalStateException();
                })
            .with(
                "worse",
                scope -> {
                  throw new NoClassDefFoundError("javax/management/Gone");
                })
            .with("good", made("a.txt", "a"))
            .done();

    assertEquals(Optional.of(Reason.FAILED), zip.missing("bad"));
    assertEquals(Optional.of(Reason.FAILED), zip.missing("worse"));
    assertEquals("a", zip.text("good/a.txt"));
  }

  @Test
  void madeTextThatFailsHalfWayIsCutAndSaysSo() {
    Result zip =
        new Attempt()
            .with(
                "jvm",
                made(
                    "a.txt",
                    out -> {
                      out.write("first\n".getBytes(StandardCharsets.UTF_8));
                      throw new IllegalStateException();
                    }),
                made(
                    "b.txt",
                    out -> {
                      throw new NoClassDefFoundError("javax/management/Gone");
                    }))
            .done();

    assertEquals("first\n", zip.text("jvm/a.txt"));
    assertEquals(Optional.of(Reason.FAILED), zip.cut("jvm/a.txt"));
    assertEquals(Optional.of(Reason.FAILED), zip.missing("jvm/b.txt"));
  }

  @Test
  void aFileThatCannotBeHadIsMissingWithItsReason() {
    Result zip =
        new Attempt()
            .with(
                "logs",
                unopened("gone.log", new NoSuchFileException("gone.log")),
                unopened("denied.log", new AccessDeniedException("denied.log")),
                unopened("broken.log", new IOException("Input/output error")),
                new Entry.Missing("link", "/home/link", Unreadable.OUTSIDE_ROOTS))
            .done();

    assertEquals(Optional.of(Reason.VANISHED), zip.missing("logs/gone.log"));
    assertEquals(Optional.of(Reason.DENIED), zip.missing("logs/denied.log"));
    assertEquals(Optional.of(Reason.FAILED), zip.missing("logs/broken.log"));
    assertEquals(Optional.of(Reason.OUTSIDE_ROOTS), zip.missing("logs/link"));
    assertEquals(List.of("README.txt", "manifest.json", "index.html"), zip.names());
  }

  @Test
  void whatCouldBeReadOfAFileStaysWhenTheRestCannot() {
    Result zip =
        new Attempt()
            .with(
                "logs", file("a.log", 20, () -> thenFailing("read\nhalf", new IOException("EIO"))))
            .done();

    assertEquals("read\nhalf", zip.text("logs/a.log"));
    assertEquals(Optional.of(Reason.FAILED), zip.cut("logs/a.log"));
  }

  @Test
  void aSmallEntryWhoseRedactionFailsIsLeftOutWhole() {
    Result zip =
        new Attempt()
            .with(
                "conf",
                file("a.xml", "fine\n" + Asterisks.FATAL + " s3cret\n"),
                file("unopenable.xml", "s3cret"),
                made("b.txt", "at the end " + Asterisks.FATAL + " s3cret"),
                file("c.xml", "fine"))
            .done();

    assertEquals(Optional.of(Reason.REDACTION_FAILED), zip.missing("conf/a.xml"));
    assertEquals(Optional.of(Reason.REDACTION_FAILED), zip.missing("conf/unopenable.xml"));
    assertEquals(Optional.of(Reason.REDACTION_FAILED), zip.missing("conf/b.txt"));
    assertEquals("fine", zip.text("conf/c.xml"));
    assertTrue(zip.entries().values().stream().noneMatch(text -> text.contains("s3cret")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void nothingFollowsThePlaceWhereRedactionFailed(int threads) {
    Result zip =
        new Attempt()
            .inProduct(threads)
            .with("logs", file("a.log", LONG + Asterisks.FATAL + " s3cret\n" + LONG))
            .done();

    assertEquals(Optional.of(Reason.REDACTION_FAILED), zip.cut("logs/a.log"));
    assertTrue(LONG.startsWith(zip.text("logs/a.log")));
  }

  @Test
  void aFileThatCannotBeLearnedFromIsCopiedAndTheManifestTells() {
    Result zip = new Attempt().with("logs", file("a.log", "unlearnable\n")).done();

    assertEquals("unlearnable\n", zip.text("logs/a.log"));
    assertTrue(zip.text("manifest.json").contains("\"complete\": false"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void theLimitOfTheZipEndsAnEntryAtALineAndLeavesOutWhatFollows(int threads) {
    Result zip =
        new Attempt()
            .offline(threads)
            .atMost(26)
            .with(
                "logs",
                file("a.log", "0123456789\n"),
                file("b.log", "0123456789\n0123456789\n"),
                file("c.log", "0123456789\n"))
            .with("late", made("d.txt", "0123456789\n"), file("empty.log", ""))
            .done();

    assertEquals("0123456789\n", zip.text("logs/a.log"));
    assertEquals("0123456789\n", zip.text("logs/b.log"));
    assertEquals(Optional.of(Reason.OVER_TOTAL), zip.cut("logs/b.log"));
    assertEquals(Optional.of(Reason.OVER_TOTAL), zip.missing("logs/c.log"));
    assertEquals(Optional.of(Reason.OVER_TOTAL), zip.missing("late/d.txt"));
    assertEquals("", zip.text("late/empty.log"));
  }

  private static Entry unopened(String name, IOException failure) {
    return file(
        name,
        10,
        () -> {
          throw failure;
        });
  }

  private static InputStream thenFailing(String text, IOException failure) {
    return new SequenceInputStream(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), failing(failure));
  }
}
