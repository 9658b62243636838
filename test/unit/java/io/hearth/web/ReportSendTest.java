package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import io.hearth.egress.Purpose;
import io.hearth.egress.Receiver;
import io.hearth.egress.Target;
import io.hearth.egress.UnfitAddress;
import io.hearth.reports.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReportSendTest {

  private static final String SETTINGS =
      "{\"on\":true,\"shortcut\":true,\"perHour\":10,\"retentionDays\":90,\"supportAddress\":\"\"}";

  @TempDir private Path home;
  private ReportInstance instance;
  private Receiver receiver;
  private String id;
  private final CountDownLatch held = new CountDownLatch(1);

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
    instance = new ReportInstance(home);
    assertEquals(200, instance.put("/reports/settings", SETTINGS).status());
    id = report("Board is empty");
  }

  @AfterEach
  void stop() {
    held.countDown();
    instance.reports.close();
    instance.outgoing.close();
    instance.errors.close();
    receiver.close();
  }

  private String report(String happened) throws IOException {
    String picture = Base64.getEncoder().encodeToString(Pictures.png(30, 20));
    Exchange made =
        instance.report("{\"happened\":\"" + happened + "\",\"screenshot\":\"" + picture + "\"}");
    return made.json().get("id").getAsString();
  }

  private String address(String path) {
    return "http://localhost:" + receiver.port() + path;
  }

  private void confirm(String path) throws UnfitAddress {
    Target target = Target.endpoint(address(path), Optional.of("to-ken"));
    instance.destinations.confirm(Purpose.REPORT_ENDPOINT, target, instance.user.orElseThrow());
  }

  private Exchange sendTo(String id, String to) throws IOException {
    return instance.send(
        Exchange.of("POST", "/reports/" + id + "/send")
            .header("X-Atlassian-Token", "no-check")
            .query("to", to)
            .query("screenshot", "yes"));
  }

  private void send() throws IOException {
    Exchange begun = sendTo(id, address("/in"));
    assertEquals(200, begun.status(), begun.text());
  }

  private Exchange cancel() throws IOException {
    return instance.send(
        Exchange.of("DELETE", "/reports/" + id + "/sending")
            .header("X-Atlassian-Token", "no-check"));
  }

  private JsonObject sending() throws IOException {
    return fits(instance.get("/reports/" + id + "/sending").json(), "ReportSending");
  }

  private JsonObject until(String phase) throws Exception {
    while (true) {
      JsonObject now = sending();
      if (now.getAsJsonObject("sending").get("phase").getAsString().equals(phase)) {
        return now;
      }
      Thread.sleep(10);
    }
  }

  private String state() throws IOException {
    JsonObject report = instance.get("/reports/" + id).json();
    return report.getAsJsonObject("handling").get("state").getAsString();
  }

  private String audited() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        if (one.toString().contains("audit")) {
          all.append(Files.readString(one));
        }
      }
    }
    return all.toString();
  }

  private List<String> kept() throws IOException {
    return instance.reports.kinds().get(0).rawNames();
  }

  private void hold(HttpExchange exchange) {
    try {
      held.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nothingIsSentWithoutAConfirmedEndpointNorToAnotherThanTheOneThatWasSeen() throws Exception {
    assertEquals("conflict", sendTo(id, address("/in")).problem());
    confirm("/in");
    assertEquals("conflict", sendTo(id, address("/other")).problem());
    assertEquals("invalid-field", sendTo(id, "").problem());
    assertEquals("not-found", sendTo("0123456789abcdef", address("/in")).problem());
    instance.secureSession = false;
    assertEquals("websudo-required", sendTo(id, address("/in")).problem());
    instance.secureSession = true;
    assertTrue(receiver.got.isEmpty());
    assertFalse(sending().has("sending"));
  }

  @Test
  void anAdministratorSeesWhatWouldGo() throws Exception {
    JsonObject ticket =
        fits(
            instance
                .send(
                    Exchange.get("/reports/" + id + "/ticket")
                        .query("screenshot", "yes")
                        .query("zip", "a b.zip"))
                .json(),
            "ReportTicket");
    assertTrue(ticket.get("text").getAsString().contains("Board is empty"));
    assertTrue(ticket.get("text").getAsString().contains("- a_b.zip"));
    assertEquals(2, ticket.getAsJsonArray("files").size());
  }

  @Test
  void whatIsAcceptedHasAReceiptAndTheStateAndStandsInTheAuditTrail() throws Exception {
    confirm("/in");
    receiver.answering = exchange -> Receiver.reply(exchange, 201, "case 4711");
    send();
    JsonObject accepted = until("accepted");
    JsonObject receipt = accepted.getAsJsonObject("receipt");
    assertEquals("case 4711", receipt.get("text").getAsString());
    assertEquals(201, receipt.get("status").getAsInt());
    Receiver.Got got = receiver.got.get(0);
    assertEquals("/in", got.path());
    assertEquals("Bearer to-ken", got.header("Authorization"));
    assertTrue(got.header("Content-digest").startsWith("sha-256=:"));
    assertEquals(got.header("Content-length"), receipt.get("bytes").getAsString());
    assertTrue(got.body().startsWith("PK"));
    assertTrue(got.body().contains("attachments/screenshot.png"));
    assertEquals("sent", state());
    assertTrue(audited().contains("report-sent\""), audited());
    assertTrue(audited().contains(receipt.get("sha256").getAsString()));
    assertEquals(
        accepted.getAsJsonObject("sending").get("bytes").getAsString(),
        accepted.getAsJsonObject("sending").get("sent").getAsString());
    assertFalse(kept().stream().anyMatch(name -> name.endsWith(".zip")), kept().toString());
  }

  @Test
  void aHostileReceiptIsTextThatIsCut() throws Exception {
    confirm("/in");
    String answer = "<script>alert(1)</script>\u202e\u0007" + "x".repeat(100_000);
    receiver.answering = exchange -> Receiver.reply(exchange, 200, answer);
    send();
    String text = until("accepted").getAsJsonObject("receipt").get("text").getAsString();
    assertTrue(text.startsWith("<script>alert(1)</script>xxx"), text);
    assertTrue(text.length() < 2_100);
  }

  @Test
  void aServerThatIsBusyIsTriedAgainWithTheSameBytes() throws Exception {
    confirm("/in");
    AtomicInteger asked = new AtomicInteger();
    receiver.answering =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "999999");
          Receiver.reply(exchange, List.of(503, 429, 200).get(asked.getAndIncrement()), "");
        };
    send();
    assertEquals(3, until("accepted").getAsJsonObject("sending").get("attempt").getAsInt());
    assertEquals(
        receiver.got.get(0).header("Content-digest"), receiver.got.get(2).header("Content-digest"));
  }

  @Test
  void itIsGivenUpAfterFiveAttempts() throws Exception {
    confirm("/in");
    receiver.answering = exchange -> Receiver.reply(exchange, 500, "");
    send();
    JsonObject reply = until("failed").getAsJsonObject("sending").getAsJsonObject("reply");
    assertEquals(5, receiver.got.size());
    assertEquals("refused", reply.get("why").getAsString());
    assertEquals("new", state());
    assertFalse(audited().contains("report-sent\""));
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() throws Exception {
    confirm("/in");
    receiver.answering = exchange -> Receiver.reply(exchange, 403, "no");
    send();
    JsonObject failed = until("failed");
    JsonObject reply = failed.getAsJsonObject("sending").getAsJsonObject("reply");
    assertEquals("no", reply.get("text").getAsString());
    assertEquals(1, receiver.got.size());
    assertFalse(failed.has("receipt"));
  }

  @Test
  void anEndpointThatIsChangedMeanwhileGetsNothingOfWhatWasMeantForTheOther() throws Exception {
    confirm("/in");
    receiver.answering =
        exchange -> {
          try {
            confirm("/other");
          } catch (UnfitAddress e) {
            throw new IOException(e);
          }
          Receiver.reply(exchange, 503, "");
        };
    send();
    until("not-confirmed");
    assertEquals(List.of("/in"), receiver.got.stream().map(Receiver.Got::path).toList());
  }

  @Test
  void aSendingIsCancelledAndOneReportIsNotSentTwiceAtOnce() throws Exception {
    confirm("/in");
    receiver.answering = this::hold;
    assertEquals("not-found", cancel().problem());
    send();
    until("sending");
    assertEquals("too-many-reports", sendTo(id, address("/in")).problem());
    assertEquals(204, cancel().status());
    assertFalse(until("cancelled").has("receipt"));
    assertEquals("new", state());
    assertTrue(audited().contains("report-sending-cancelled"));
  }

  @Test
  void aReportThatIsDeletedIsSentNoMore() throws Exception {
    confirm("/in");
    AtomicInteger asked = new AtomicInteger();
    receiver.answering = exchange -> Receiver.reply(exchange, 503, "" + asked.incrementAndGet());
    send();
    until("paused");
    instance.send(RedactionInstance.changing("DELETE", "/reports/" + id));
    instance.reports.close();
    assertEquals("not-found", instance.get("/reports/" + id + "/sending").problem());
    assertTrue(kept().isEmpty(), kept().toString());
  }

  @Test
  void threeAreOnTheirWayAtMost() throws Exception {
    confirm("/in");
    receiver.answering = this::hold;
    for (String one : List.of(id, report("second"), report("third"))) {
      assertEquals(200, sendTo(one, address("/in")).status());
    }
    String fourth = report("fourth");
    assertEquals("too-many-reports", sendTo(fourth, address("/in")).problem());
    while (receiver.got.isEmpty()) {
      Thread.sleep(10);
    }
    assertEquals(1, receiver.got.size());
  }

  @Test
  void aNodeThatStopsLeavesItInterruptedAndItCanBeSentAgain() throws Exception {
    confirm("/in");
    receiver.answering = this::hold;
    send();
    until("sending");
    instance.reports.close();
    until("interrupted");
    instance.errors.close();
    instance = new ReportInstance(home);
    confirm("/in");
    until("interrupted");
    receiver.answering = exchange -> Receiver.reply(exchange, 200, "");
    send();
    until("accepted");
  }

  @Test
  void whatADeadProcessLeftIsInterruptedAndOfARunningNodeItIsUnderWay() throws Exception {
    Path folder = home.resolve("shared/hearth/reports").resolve(id);
    folder = Files.exists(folder) ? folder : found();
    String left =
        "{\"node\":\"%s\",\"by\":\"ada\",\"began\":\"2026-01-01T00:00:00Z\",\"host\":\"h\","
            + "\"sha256\":\"\",\"bytes\":7,\"phase\":\"SENDING\",\"attempt\":1,\"sent\":3}";
    Files.writeString(
        folder.resolve("sending-000001.json"), String.format(left, instance.nodeId()));
    Files.writeString(folder.resolve("sending-000001.zip"), "PK");
    until("interrupted");
    instance.reports.upkeep();
    assertFalse(Files.exists(folder.resolve("sending-000001.zip")));
    Files.writeString(folder.resolve("sending-000001.json"), String.format(left, "other"));
    until("interrupted");
    instance.otherNodes.add("other");
    until("sending");
    assertEquals(204, cancel().status());
    assertTrue(Files.exists(folder.resolve("sending-000001.stop")));
  }

  private Path found() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(one -> one.endsWith(id)).findFirst().orElseThrow();
    }
  }
}
