package io.hearth.usage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.host.InstalledApp;
import io.hearth.host.TestProduct;
import io.hearth.usage.declare.Declaration;
import io.hearth.usage.declare.Declarations;
import io.hearth.usage.declare.Feature;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationsTest {

  private static final String APP = "com.example.board";

  @TempDir Path home;

  private List<Declaration> declared(String file) {
    TestProduct product = new TestProduct(home);
    product.installed.add(Office.app(APP));
    product.appFiles.put(APP + "/hearth-features.json", file.getBytes(UTF_8));
    return new Declarations(product).all();
  }

  @Test
  void anAppDeclaresItsFeatures() {
    assertEquals(
        List.of(
            new Declaration.Usable(
                APP,
                "App " + APP,
                List.of(
                    new Feature(APP, "board.opened", "A board was opened"),
                    new Feature(APP, "card-moved", "Eine Karte wurde verschoben: größer")))),
        declared(
            "{\"features\":{\"card-moved\":\"Eine Karte wurde verschoben: größer\","
                + "\"board.opened\":\"A board was opened\"}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "null",
        "{\"features\":[]}",
        "{\"features\":{\"a\":1}}",
        "{\"features\":{\"a\":\"\"}}",
        "{\"features\":{\"a\":\"two\\nlines\"}}",
        "{\"features\":{\"a\":\"\\u202egnirts\"}}",
        "{\"features\":{\"A\":\"upper case\"}}",
        "{\"features\":{\"a b\":\"blank\"}}",
        "{\"features\":{\"a:b\":\"colon\"}}",
        "{\"features\":{\"a\":\"one\",\"a\":\"two\"}}",
        "{\"features\":{\"a\":\"one\"},\"more\":1}",
        "{\"features\":{\"a\":\"one\"}} x",
        "{'features':{'a':'one'}}",
        "{\"features\":{\"a\":\"one\"}",
      })
  void aFileThatDoesNotFitIsUnusableAsAWhole(String file) {
    Declaration declared = declared(file).get(0);
    assertTrue(declared instanceof Declaration.Unusable, declared::toString);
  }

  @Test
  void aFileIsBounded() {
    StringBuilder many = new StringBuilder("{\"features\":{\"f\":\"x\"");
    for (int n = 0; n < 50; n++) {
      many.append(",\"f").append(n).append("\":\"x\"");
    }
    assertTrue(declared(many + "}}").get(0) instanceof Declaration.Unusable);
    String padded = "{\"features\":{\"a\":\"one\"" + " ".repeat(40_000) + "}}";
    assertTrue(declared(padded).get(0) instanceof Declaration.Unusable);
    String longDescription = "{\"features\":{\"a\":\"" + "x".repeat(201) + "\"}}";
    assertTrue(declared(longDescription).get(0) instanceof Declaration.Unusable);
  }

  @Test
  void appsThatCameWithTheProductAreOffOrSayNothingAreLeftOut() {
    TestProduct product = new TestProduct(home);
    byte[] file = "{\"features\":{\"a\":\"one\"}}".getBytes(UTF_8);
    for (InstalledApp app :
        List.of(
            new InstalledApp("bundled", "B", "1", "V", "enabled", true),
            new InstalledApp("off", "O", "1", "V", "disabled", false),
            Office.app("other"),
            Office.app("io.hearth"))) {
      product.installed.add(app);
      product.appFiles.put(app.key() + "/hearth-features.json", file);
    }
    product.installed.add(Office.app("silent"));
    assertEquals(
        List.of("io.hearth", "other"),
        new Declarations(product).all().stream().map(Declaration::app).toList());
  }
}
