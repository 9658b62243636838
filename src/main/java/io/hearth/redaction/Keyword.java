package io.hearth.redaction;

import java.util.List;

/** Words that announce a value without a separator, or that begin a place where one stands. */
enum Keyword {
  PSEUDONYM("redacted name host domain card unit project own"),
  BEARER("bearer basic digest negotiate"),
  PASSWORD("password passwd passphrase secret token pwd"),
  IDENTIFIED("identified"),
  USER("user username login owner author member"),
  PRONOUN("by"),
  HOME("home users"),
  PROFILE("viewprofile useravatar display profile people"),
  LICENCE("licensestring license licence"),
  BEGIN("begin"),
  PHONE("phone tel telephone fax mobile mob call"),
  TOKEN_START("eyj"),
  XSRF("atl"),
  /** In the dictionary only while project keys are looked for. */
  PROJECT("browse projects scm spaces space");

  private final List<String> words;

  Keyword(String words) {
    this.words = List.of(words.split(" "));
  }

  List<String> words() {
    return words;
  }
}
