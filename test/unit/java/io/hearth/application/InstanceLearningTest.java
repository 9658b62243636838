package io.hearth.application;

import static io.hearth.application.Attempt.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.host.HostUser;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names that no file reveals, since the product itself knows them. */
@Timeout(30)
class InstanceLearningTest {

  private static final HostUser ADMINISTRATOR =
      new HostUser("k1", "brekkz", "Zoltan Brekker", Optional.of("zb@kestrelworks.test"));
  private static final HostUser COLLEAGUE =
      new HostUser("k2", "tollqw", "Qwenna Tolliver", Optional.empty());
  private static final Function<String, Optional<HostUser>> NOBODY = name -> Optional.empty();
  private static final Function<String, Optional<HostUser>> STAFF =
      name -> Optional.of(COLLEAGUE).filter(one -> one.name().equals(name));

  private static StaffedHost host(Function<String, Optional<HostUser>> directory) {
    URI address = URI.create("https://quelz07x.kestrelworks.test/jira");
    return new StaffedHost(Optional.of(ADMINISTRATOR), Optional.of(address), directory);
  }

  private static Attempt attempt(String... lines) {
    return new Attempt()
        .redactedBy(BuiltInRedaction.standard())
        .with("logs", file("a.log", String.join("\n", lines) + "\n"));
  }

  private static JsonObject learning(Attempt.Result zip) {
    return JsonParser.parseString(zip.text("manifest.json"))
        .getAsJsonObject()
        .getAsJsonObject("redaction")
        .getAsJsonObject("learning");
  }

  @Test
  void whoAsksAndTheProductsOwnAddressAreKnown() {
    String text =
        attempt("Zoltan Brekker told brekkz that quelz07x is slow")
            .in(host(NOBODY))
            .inProduct(2)
            .done()
            .text("logs/a.log");

    assertFalse(text.contains("Brekker"), text);
    assertFalse(text.contains("brekkz"), text);
    assertFalse(text.contains("quelz07x"), text);
    assertTrue(text.contains(" told user-"), text);
  }

  @Test
  void whoseRequestRunsNowIsKnown() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    Thread request =
        new Thread(
            () -> {
              try {
                over.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "http-nio-8080-exec-7 url:/secure/Dashboard.jspa username:tollqw");
    request.start();
    try {
      String text =
          attempt("then tollqw said so").in(host(NOBODY)).inProduct(2).done().text("logs/a.log");
      assertFalse(text.contains("tollqw"), text);
    } finally {
      over.countDown();
      request.join();
    }
  }

  @Test
  void theDirectoryTellsTheFullNameOfALoginNameOnRequestOnly() {
    String[] lines = {"login ok username=tollqw", "mail of Tolliver, Qwenna was lost"};

    Attempt.Result without = attempt(lines).in(host(STAFF)).inProduct(2).done();
    Attempt.Result with = attempt(lines).in(host(STAFF)).inProduct(2).askingTheDirectory().done();

    assertTrue(without.text("logs/a.log").contains("Tolliver"), "nothing else reveals it");
    assertFalse(learning(without).has("directory"));
    String text = with.text("logs/a.log");
    assertFalse(text.contains("Tolliver"), text);
    String tag = text.replaceAll("(?s).*username=user-([0-9a-f]+).*", "$1");
    assertTrue(text.contains("mail of name-" + tag), text);
    JsonObject told = learning(with).getAsJsonObject("directory");
    assertEquals(1, told.get("known").getAsLong());
    assertTrue(told.get("complete").getAsBoolean());
  }

  @Test
  void aDirectoryThatCannotBeReachedIsAskedOnceAndCostsNoZip() {
    AtomicInteger asked = new AtomicInteger();
    Attempt.Result zip =
        attempt("username=tollqw and username=brekkz from bob.stone@kestrelworks.test")
            .in(
                host(
                    name -> {
                      asked.incrementAndGet();
                      throw new IllegalStateException("no connection");
                    }))
            .inProduct(2)
            .askingTheDirectory()
            .done();

    assertEquals(1, asked.get());
    assertFalse(learning(zip).getAsJsonObject("directory").get("complete").getAsBoolean());
  }
}
