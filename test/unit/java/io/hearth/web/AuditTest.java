package io.hearth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.hearth.application.audit.AuditTrail;
import io.hearth.application.audit.Deed;
import io.hearth.host.HostUser;
import io.hearth.host.TestProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

  @TempDir Path home;

  private static JsonObject details() {
    JsonObject what = new JsonObject();
    what.addProperty("kind", "<usage>");
    return what;
  }

  private static void deed(TestProduct product) {
    Audit audit = new Audit(new AuditTrail(product, Clock.systemUTC()), new Incidents());
    audit.done(product.user.orElseThrow(), Deed.DATA_VIEWED, details());
  }

  private List<String> ownLines() throws IOException {
    return Files.readAllLines(home.resolve("hearth/nodes/node1/audit.jsonl"));
  }

  @Test
  void aDeedStandsInTheProductsLogAsInOurs() throws IOException {
    TestProduct product = new TestProduct(home);
    deed(product);
    assertEquals(List.of("ada data-viewed {\"kind\":\"<usage>\"}"), product.audit);
    assertEquals(1, ownLines().size());
  }

  @Test
  void aLogOfTheProductsThatFailsHindersNothing() throws IOException {
    deed(
        new TestProduct(home) {
          @Override
          public void audit(HostUser who, String did, String what) {
            throw new IllegalStateException("another log than expected");
          }
        });
    assertEquals(1, ownLines().size());
  }

  @Test
  void aTrailThatCannotBeWrittenStillLeavesTheProductsLog() throws IOException {
    Files.createFile(home.resolve("hearth"));
    TestProduct product = new TestProduct(home);
    deed(product);
    assertEquals(1, product.audit.size());
  }
}
