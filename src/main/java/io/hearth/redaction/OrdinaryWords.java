package io.hearth.redaction;

import java.util.Set;

/** Words that also stand in logs when nobody of that name is meant. */
final class OrdinaryWords {
  private static final Set<String> NOBODY =
      Set.of(
          "-",
          "anonymous",
          "null",
          "none",
          "nil",
          "unknown",
          "undefined",
          "n/a",
          "true",
          "false",
          "nobody",
          "everyone",
          "any",
          "empty",
          "(null)",
          "<none>",
          "servicerunner");

  /** Accounts of programs: they name nobody and tell how the instance is set up. */
  private static final Set<String> SERVICES =
      Set.of(
          "jira confluence conf bitbucket stash crowd bamboo postgres postgresql mysql oracle mssql"
              .concat(" db dba dbuser sa sys system git svn ssh mq amq redis elastic search nexus")
              .concat(
                  " upload download deploy deployer jenkins ci cd build builder bot runner app apps ro rw www")
              .concat(" tomcat nginx apache httpd nobody daemon proxy ldap smtp mail service svc")
              .concat(" x-token-auth oauth2 token atlbitbucket noreply no-reply donotreply public")
              .concat(" default shared localsystem networkservice ubuntu ec2-user centos vagrant")
              .split(" "));

  private static final Set<String> FILLERS =
      Set.of(
          """
          a an and are as at be been but by can cannot could did do does for from had has have if in
          into is isn it its must no not of on or should so than that the their then there these
          they this to was were when where which while who will with without would you your after
          before because already failed invalid missing required error exception expired incorrect
          disabled enabled found changed updated created deleted successfully directory management
          authentication session account name names group groups details data info id ids list
          """
              .strip()
              .split("\\s+"));

  private static final Set<String> WORDS = Set.copyOf(Resource.lines("ordinary-words.txt"));

  private OrdinaryWords() {}

  /** Whether a word, folded, stands in any dictionary. */
  static boolean isOrdinary(String folded) {
    return WORDS.contains(folded);
  }

  /** What fields for a user hold when there is none. */
  static boolean isNobody(String folded) {
    return NOBODY.contains(folded);
  }

  static boolean isService(String folded) {
    return SERVICES.contains(folded)
        || folded.startsWith("svc") && folded.length() > 3 && !Character.isLetter(folded.charAt(3));
  }

  /** A word that follows {@code user:} in a sentence rather than as a value. */
  static boolean isFiller(String folded) {
    return FILLERS.contains(folded);
  }
}
