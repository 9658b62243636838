package io.hearth.errors.grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.grouping.WordingFile.Form;
import io.hearth.errors.grouping.WordingFile.Hit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingsTest {

  private final Wordings wordings = new Wordings();

  @TestFactory
  List<DynamicTest> eachExampleOfTheFileHasItsFormAndName() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Form form : WordingFile.read()) {
      assertTrue(form.hits().size() > 1, form.id() + " has examples");
      for (Hit hit : form.hits()) {
        tests.add(
            DynamicTest.dynamicTest(
                form.id() + ": " + hit.message(),
                () ->
                    assertEquals(
                        "=" + form.id() + " " + hit.name(),
                        wordings.of("Error", hit.message()).form())));
      }
    }
    return tests;
  }

  @Test
  void theEnginesTypesAreOne() {
    assertEquals(
        wordings.of("RangeError", "Maximum call stack size exceeded"),
        wordings.of("InternalError", "too much recursion"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e is not a function                        | tt is not a function",
        "Cannot read properties of null (reading 'id') | undefined is not an object (evaluating 'a.id')",
        "Request failed with status code 404         | Request failed with status code 500",
        "Issue ABC-12 is gone                        | Issue XY_Z-4711 is gone",
        "No user jane@acme.com at https://a.b/c?d    | No user bob.x@b.org at http://other/",
        "Saving \"My report\" failed at 10:31          | Saving \"Another\" failed at 9:02:11",
        "Uncaught TypeError: x.fetchAll is not a function | y.fetchAll is not a function",
      })
  void whatChangesFromTimeToTimeIsTakenOut(String one, String other) {
    assertEquals(wordings.of("TypeError", one).form(), wordings.of("TypeError", other).form());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cannot read properties of null (reading 'id') | Cannot read properties of null (reading 'key')",
        "e.fetchAll is not a function | e.fetchOne is not a function",
        "Minified React error #418; visit https://x | Minified React error #425; visit https://x",
        "The board is gone | The sprint is gone",
      })
  void whatTellsOneBugFromAnotherStays(String one, String other) {
    assertNotEquals(wordings.of("TypeError", one).form(), wordings.of("TypeError", other).form());
  }

  @Test
  void aLongHostileMessageTakesNoTime() {
    String hostile = "'".repeat(200_000) + "(".repeat(200_000) + " is not a function (evaluating '";
    long start = System.nanoTime();
    wordings.of("TypeError", hostile);
    Expressions.last("(".repeat(5_000) + ")".repeat(5_000));
    assertTrue(System.nanoTime() - start < 2_000_000_000L);
  }
}
