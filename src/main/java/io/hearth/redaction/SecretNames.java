package io.hearth.redaction;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;

/**
 * Which words at the end of a name tell a secret: on their own ({@code db.pin}), or also at the end
 * of a word that is joined without a border ({@code dbpassword}, {@code jirapw}). Words are in
 * lower case and {@link #plain} of their accents.
 */
final class SecretNames {
  private static final Set<String> WORDS =
      words(
          """
          pswd passwrd pass pw passphrase passcode passkey pincode pin secrets apikey secretkey
          accesskey privatekey authkey encryptionkey enckey signingkey sharedkey masterkey
          licensekey accountkey appkey deploykey servicekey cryptkey cipherkey aeskey hmackey
          sessionkey storekey csrf xsrf jwt otp totp cvv cvc bearer codeverifier sas pwds passwds
          passwords passphrases apikeys
          mdp passe geheim geheimnis clave senha palavrapasse losen haslo heslo parola sifre jelszo
          salasana parool parole slaptazodis lozinka geslo passord adgangskode wachtwoord losenord
          пароль парола 密码 密碼 口令 パスワード 暗証番号 비밀번호 암호
          """);

  private static final List<String> ENDINGS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "passcode",
          "secret",
          "apikey",
          "secretkey",
          "accesskey",
          "privatekey",
          "token",
          "pwd",
          "passwort",
          "kennwort",
          "motdepasse",
          "contrasena",
          "contrasenya",
          "wachtwoord",
          "losenord",
          "passord",
          "palavrapasse",
          "keypass",
          "storepass",
          "credential",
          "credentials");

  /** Words that end in {@code pass} and tell of a way, a tool or a round through something. */
  private static final Set<String> WAYS =
      words(
          """
          bypass compass encompass overpass underpass surpass trespass lowpass highpass bandpass
          allpass onepass twopass singlepass multipass firstpass secondpass lastpass keepass
          testpass
          """);

  private static final Set<String> TELLING =
      words("password passwd secret token pwd passphrase credential kennwort passwort");

  private static final Set<String> SUFFIXES =
      words(
          """
          value plain plaintext clear cleartext raw encoded base64 text string str new old current
          confirm confirmation repeat again retype hash hashed digest data prod dev base staging
          primary secondary backup override env
          """);

  /** Suffixes that also stand without a border: {@code passwordhash}. */
  private static final List<String> JOINED = List.of("hash", "hashed", "value", "confirm", "text");

  /** What machines connect to or open with a secret, where other names are those of messages. */
  private static final Set<String> CONNECTIONS =
      words(
          """
          db jdbc datasource database connection hibernate spring ldap bind smtp mail imap pop3 ssl
          keystore truststore key store javax proxy hazelcast redis rabbitmq mongo sql mysql postgres
          postgresql oracle admin root sysadmin
          """);

  private static final Set<String> OTHER_KEYS = words("monkey turkey hockey jockey donkey whiskey");
  private static final List<String> PLAIN_KEYS =
      List.of(
          "issue", "project", "space", "module", "plugin", "cache", "user", "object", "entity",
          "i18n", "message");

  private SecretNames() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** The name without accents, as those write it who cannot type them in a name. */
  static String plain(String name) {
    if (name.chars().allMatch(c -> c < 128)) {
      return name;
    }
    String parted =
        Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "");
    String joined = Normalizer.normalize(parted, Normalizer.Form.NFC);
    return joined
        .replace('ł', 'l')
        .replace('Ł', 'L')
        .replace('ı', 'i')
        .replace('ø', 'o')
        .replace('Ø', 'O');
  }

  /** Whether a word says nothing but which form or copy of the value it is. */
  static boolean isSuffix(String word) {
    return SUFFIXES.contains(word) || word.chars().allMatch(Character::isDigit);
  }

  /**
   * Whether a name tells a secret.
   *
   * @param last its last word
   * @param two its last two words, joined
   * @param all all of its words, joined
   */
  static boolean isSecret(String last, String two, String all) {
    return WORDS.contains(last)
        || WORDS.contains(two)
        || endsSecret(all)
        || last.endsWith("pw")
        || last.endsWith("pass") && !WAYS.contains(last);
  }

  private static boolean endsSecret(String joined) {
    if (ENDINGS.stream().anyMatch(joined::endsWith)) {
      return true;
    }
    for (String suffix : JOINED) {
      if (joined.endsWith(suffix)) {
        String rest = joined.substring(0, joined.length() - suffix.length());
        return ENDINGS.stream().anyMatch(rest::endsWith);
      }
    }
    return false;
  }

  /** Whether some word tells of secrets, though the last does not: {@code password.policy}. */
  static boolean mentionsSecret(List<String> words) {
    return words.stream().anyMatch(word -> TELLING.contains(word) || word.contains("password"));
  }

  /** Whether a word of a name in lower case begins with what machines connect to. */
  static boolean isConnection(String name) {
    for (String word : name.strip().split("[^a-z0-9]+")) {
      if (CONNECTIONS.stream().anyMatch(word::startsWith)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name ends in a key that may be one to a door: not an issue's, not a map's. */
  static boolean isKey(List<String> words) {
    String last = words.get(words.size() - 1);
    if (!last.endsWith("key") || OTHER_KEYS.contains(last)) {
      return false;
    }
    String before =
        !last.equals("key")
            ? last.substring(0, last.length() - 3)
            : words.size() > 1 ? words.get(words.size() - 2) : "";
    return !before.isEmpty() && PLAIN_KEYS.stream().noneMatch(before::endsWith);
  }
}
