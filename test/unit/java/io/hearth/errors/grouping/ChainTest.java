package io.hearth.errors.grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainTest {

  @ParameterizedTest
  @CsvSource({
    // Where V8, SpiderMonkey and JavaScriptCore point.
    "fields priority.^name.toUpperCase people.assignee.name, name, priority.name",
    "fields ^priority.name.toUpperCase people.assignee.name, name, priority.name",
    "fields priority.name.^toUpperCase people.assignee.name, name, priority.name",
    // At most two owners; nothing where none stands before the property.
    "report.owner.contact.^mail, mail, owner.contact.mail",
    "report ^mail size, mail, ''",
    "report.^mail size, other, ''",
    "'', mail, ''",
    "report.^mail, '', ''",
  })
  void theNearestChainThroughThePropertyCounts(String context, String property, String chain) {
    assertEquals(chain, Chain.of(context, property));
  }
}
