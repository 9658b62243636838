package io.hearth.reports;

import java.util.regex.Pattern;

/**
 * Mail addresses that every program takes alike: RFC 5322's dot-atom on the left, a host name on
 * the right. Quoted local parts, comments and groups are no addresses here, and neither is anything
 * that could begin another header.
 */
public final class Addresses {

  private static final int LONGEST = 254;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern ADDRESS =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");

  private Addresses() {}

  public static boolean isUsable(String text) {
    return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
  }
}
