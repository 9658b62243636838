package io.hearth.errors.intake;

import java.util.List;
import java.util.Locale;

/**
 * Tells machines that read pages from people, as Relay does (web_crawlers.rs). A headless Chrome is
 * no crawler: administrators watch their instances with one.
 */
final class Crawlers {

  /** Longer strings are no browser's; what comes after tells nothing more. */
  private static final int LONGEST = 512;

  private static final List<String> WORDS =
      List.of(
          "crawl",
          "spider",
          "slurp",
          "facebookexternalhit",
          "facebookcatalog",
          "meta-external",
          "mediapartners-google",
          "feedfetcher-google",
          "apis-google",
          "googleother",
          "google-inspectiontool",
          "google web preview",
          "bingpreview",
          "uripreview",
          "sogou",
          "archiver",
          "pingdom",
          "statuscake",
          "newrelicpinger",
          "datadogsynthetics",
          "better uptime",
          "cloudflare-healthchecks",
          "elb-healthchecker",
          "gtmetrix",
          "aws security scanner",
          "phantomjs",
          "chrome-lighthouse",
          "w3c_validator",
          "naver.me/spd",
          "safelinks");

  private Crawlers() {}

  static boolean is(String userAgent) {
    String agent =
        userAgent.substring(0, Math.min(userAgent.length(), LONGEST)).toLowerCase(Locale.ROOT);
    return isBot(agent) || WORDS.stream().anyMatch(agent::contains);
  }

  /** A word that ends in "bot"; Cubot makes telephones. */
  private static boolean isBot(String agent) {
    for (int at = agent.indexOf("bot"); at >= 0; at = agent.indexOf("bot", at + 1)) {
      int end = at + 3;
      boolean word = end == agent.length() || !Character.isLetter(agent.charAt(end));
      if (word && !agent.startsWith("cubot", at - 2)) {
        return true;
      }
    }
    return false;
  }
}
