package io.hearth.errors.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.event.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentsTest {

  private static final String KIT = "AppleWebKit/537.36 (KHTML, like Gecko) ";

  private final Agents agents = new Agents();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Chrome 140 | Windows 10 | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
        "Edge 140 | Windows 10 | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.3485.54",
        "Firefox 143 | Linux | Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101"
            + " Firefox/143.0",
        "Firefox 128 | Ubuntu | Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:128.0) Gecko/20100101"
            + " Firefox/128.0",
        "Safari 18 | Mac OS X 10 | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
            + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
        "Mobile Safari 18 | iOS 18 | Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)"
            + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
        "Chrome Mobile 140 | Android 10 | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
        "Opera 122 | Windows 10 | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 OPR/122.0.0.0",
        "HeadlessChrome 140 | Linux | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML,"
            + " like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36",
        "IE 11 | Windows 7 | Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko",
        "Samsung Internet 28 | Android 10 | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36"
            + " (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
        "'' | '' | ''",
        "'' | '' | no browser that anybody knows",
      })
  void tellsFamiliesAndMajorVersions(String browser, String system, String agent) {
    assertEquals(new Browser(browser, system), agents.of(agent));
    assertEquals(new Browser(browser, system), agents.of(agent), "remembered");
  }

  @Test
  void takesNoNameThatTheSenderChooses() {
    for (String agent :
        List.of(
            "jane.roe/7 CFNetwork/1335 Darwin/21.6.0",
            "janeroe-iPad/3.1 CFNetwork/1335",
            "Mozilla/5.0 (compatible; janeroeBot/2.1)",
            "janeroespider janeroe-crawler/1.0",
            "HbbTV/1.1.1 (;janeroe;x;2011x;y)",
            "Chrome/19981231235959.1.2.3 Safari/1",
            "Windows NT janeroe Chrome/janeroe")) {
      Browser read = agents.of(agent);
      String all = read.browser() + read.system();
      assertFalse(all.toLowerCase(java.util.Locale.ROOT).contains("jane"), all);
      assertFalse(all.contains("1998"), all);
    }
  }

  @Test
  void everyExpressionIsOneThatRunsInLinearTime() {
    List<AgentRule> rules = agents.rules();
    rules.forEach(AgentRule::pattern);
    assertTrue(rules.size() > 500, "few rules: " + rules.size());
  }

  /** Some of the strings have no needle of any rule, others those of many. */
  @Test
  void anUnknownAgentIsReadWithinMilliseconds() {
    Random random = new Random(7);
    List<String> strings = new ArrayList<>();
    for (int n = 0; n < 2000; n++) {
      strings.add(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64; v"
              + random.nextInt(1_000_000)
              + ") "
              + KIT
              + "Chrome/"
              + random.nextInt(200)
              + ".0.0.0 Safari/537.36 "
              + "bot spider CFNetwork Mobile ".repeat(random.nextInt(15)));
    }
    strings.subList(0, 1000).forEach(agents::of);
    long start = System.nanoTime();
    strings.subList(1000, 2000).forEach(agents::of);
    double each = (System.nanoTime() - start) / 1e6 / 1000;
    assertTrue(each < 3, "an unknown agent takes " + each + " ms");
    long again = System.nanoTime();
    for (int n = 0; n < 10_000; n++) {
      agents.of(strings.get(1999));
    }
    double known = (System.nanoTime() - again) / 1e3 / 10_000;
    assertTrue(known < 20, "a known agent takes " + known + " µs");
    System.out.println("agents: unknown " + each + " ms, known " + known + " µs");
  }
}
