package io.hearth.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the name of a setting, field, header or parameter tells of its value. Names are taken apart
 * into words ({@code mail.smtp.dbPassword} is mail, smtp, db, password) and judged once; the answer
 * is then found by the name's hash.
 */
final class KeyNames {
  enum Verdict {
    NONE,
    SECRET,
    /** Secret if the value looks random: {@code session}, {@code signature}, {@code *key}. */
    RANDOM,
    AUTHORIZATION,
    COOKIE,
    SESSION,
    LICENCE,
    SAML,
    USER,
    FULL_NAME,
    /** A full name when it stands in an object about a person. */
    NAME,
    PHONE,
    CARD,
    HOST,
    /** A host if the value has the shape of one. */
    MAYBE_HOST,
    /** The key of a project or a space. */
    PROJECT,
    /** As {@link #PROJECT}, if the value has the shape of one. */
    MAYBE_PROJECT,
    /** XML and JSON that name the setting in one place and hold its value in another. */
    VALUE
  }

  private static final Set<String> RANDOM =
      Set.of(
          "session sid signature sig nonce ticket code salt seed auth state tokens assertion"
              .concat(" authentication hmac digest keys connectionstring webhook")
              .split(" "));
  private static final Set<String> SESSIONS =
      Set.of(
          "jsessionid bitbucketsessionid sessionid phpsessid asessionid seraphremembermecookie"
              .concat(" atlbitbucketrememberme crowdtokenkey atlassianxsrftoken atlxsrftoken")
              .concat(" seraphconfluence remembermecookie rememberme atltoken")
              .split(" "));
  private static final Set<String> USERS =
      Set.of(
          "user username login loginname logon logonname uid author assignee reporter creator actor"
              .concat(" principal samaccountname accountname owner remoteuser authuser requester")
              .concat(" approver reviewer committer lead projectlead watcher createdby modifiedby")
              .concat(" updatedby deletedby lastmodifier lastmodifiedby impersonator initiator")
              .concat(
                  " userkey userid loginid ownerid ownerkey userslug userprincipalname mailuser")
              .concat(" xausername ausername osusername jusername performedby startedby changedby")
              .concat(" triggeredby uploadedby submittedby runas runasuser sudouser")
              .concat(" binduser dbuser jdbcuser smtpuser proxyuser ldapuser userdn")
              .split(" "));
  private static final Set<String> FULL_NAMES =
      Set.of(
          "fullname displayname realname firstname lastname surname givenname commonname cn sn gn"
              .concat(" personname userdisplayname userfullname familyname authorname fullusername")
              .concat(" contactname customername reportername assigneename gecos")
              .split(" "));
  private static final Set<String> PHONES =
      Set.of(
          "phone telephone tel mobile cell fax phonenumber telephonenumber mobilenumber faxnumber"
              .concat(" cellphone handy telefon homephone workphone msisdn")
              .split(" "));
  private static final Set<String> CARDS =
      Set.of("card cardnumber creditcard creditcardnumber ccnumber ccn pan cardno".split(" "));
  private static final Set<String> HOSTS =
      Set.of(
          "host hostname fqdn servername computername machinename nodename remotehost localhostname"
              .concat(" xforwardedhost xforwardedserver proxyname proxyhost nonproxyhosts domain")
              .concat(
                  " domainname unknownhostexception realm workstation dnsname vhost serverhost dbhost smtphost")
              .split(" "));
  private static final Set<String> MAYBE_HOSTS =
      Set.of("server node address machine endpoint peer target member cluster relay".split(" "));

  private static final Set<String> PROJECT_KEYS =
      Set.of("projectkey", "spacekey", "pkey", "projectkeys", "spacekeys");

  private static final int FIRST_SLOTS = 64;
  private static final int MOST_SLOTS = 4096;

  /** What was judged before. Few at first, as most texts are short; all is forgotten on growth. */
  private long[] hashes = new long[FIRST_SLOTS];

  private Verdict[] verdicts = new Verdict[FIRST_SLOTS];
  private int untilGrowth = FIRST_SLOTS;

  Verdict of(byte[] text, int from, int to) {
    long hash = 0x9E3779B97F4A7C15L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text[i]) * 0x100000001b3L;
      hash ^= hash >>> 29;
    }
    int slot = (int) (hash >>> 40) & (hashes.length - 1);
    if (hashes[slot] == hash && verdicts[slot] != null) {
      return verdicts[slot];
    }
    Verdict verdict =
        judge(new String(text, from, to - from, java.nio.charset.StandardCharsets.UTF_8));
    hashes[slot] = hash;
    verdicts[slot] = verdict;
    untilGrowth--;
    if (untilGrowth == 0) {
      hashes = new long[MOST_SLOTS];
      verdicts = new Verdict[MOST_SLOTS];
    }
    return verdict;
  }

  static Verdict judge(String name) {
    List<String> words = words(name);
    while (words.size() > 1 && SecretNames.isSuffix(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    if (words.isEmpty()) {
      return Verdict.NONE;
    }
    String last = words.get(words.size() - 1);
    String two = words.size() > 1 ? words.get(words.size() - 2) + last : last;
    String all = String.join("", words);
    Verdict special = special(last, two, all);
    return special != Verdict.NONE ? special : secret(words, last, two, all);
  }

  private static Verdict special(String last, String two, String all) {
    if (last.equals("authorization") || two.equals("authheader")) {
      return Verdict.AUTHORIZATION;
    }
    if (SESSIONS.contains(all) || SESSIONS.contains(two) || SESSIONS.contains(last)) {
      return Verdict.SESSION;
    }
    if (last.equals("cookie") || last.equals("cookies")) {
      return Verdict.COOKIE;
    }
    if (all.contains("licen") && !all.contains("type") && !all.contains("date")) {
      return Verdict.LICENCE;
    }
    if (last.startsWith("saml") || two.startsWith("saml")) {
      return Verdict.SAML;
    }
    return Verdict.NONE;
  }

  private static Verdict secret(List<String> words, String last, String two, String all) {
    if (SecretNames.isSecret(last, two, all)) {
      return Verdict.SECRET;
    }
    if (USERS.contains(two) || USERS.contains(last)) {
      return Verdict.USER;
    }
    if (FULL_NAMES.contains(two) || FULL_NAMES.contains(last)) {
      return Verdict.FULL_NAME;
    }
    if (PHONES.contains(two) || PHONES.contains(last)) {
      return Verdict.PHONE;
    }
    if (CARDS.contains(two) || CARDS.contains(last)) {
      return Verdict.CARD;
    }
    if (HOSTS.contains(two) || HOSTS.contains(last)) {
      return Verdict.HOST;
    }
    if (MAYBE_HOSTS.contains(last)) {
      return Verdict.MAYBE_HOST;
    }
    if (PROJECT_KEYS.contains(two)) {
      return Verdict.PROJECT;
    }
    if (last.equals("project")) {
      return Verdict.MAYBE_PROJECT;
    }
    if (all.equals("name") || all.equals("key") || all.equals("property")) {
      return Verdict.NAME;
    }
    if (all.equals("value")) {
      return Verdict.VALUE;
    }
    boolean random = RANDOM.contains(last) || SecretNames.isKey(words);
    return random || SecretNames.mentionsSecret(words) ? Verdict.RANDOM : Verdict.NONE;
  }

  /**
   * The words of a name, in lower case: parted at signs, digits' borders stay, camel case parts.
   */
  private static List<String> words(String accented) {
    String name = SecretNames.plain(accented);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = Character.isLetterOrDigit(c);
      boolean hump =
          Character.isUpperCase(c)
              && i > 0
              && (!Character.isUpperCase(name.charAt(i - 1))
                  || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))));
      boolean number = Character.isDigit(c) && i > 0 && Character.isLetter(name.charAt(i - 1));
      if ((!letter || hump || number) && word.length() > 0) {
        words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
      }
      if (letter) {
        word.append(c);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
