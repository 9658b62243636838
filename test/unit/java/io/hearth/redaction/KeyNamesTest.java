package io.hearth.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hearth.redaction.KeyNames.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dbpw",
        "jira.dbpw",
        "JIRA_PW",
        "dbPW",
        "adminpw2",
        "ldap.bindpw",
        "rootpass",
        "DB_PASS",
        "smtppass",
        "mysqlPass",
        "keystorepass",
        "db.pwd",
        "dbpwd",
        "OLDPASSWD",
        "sshPassphrase",
        "pass_phrase",
        "clientSecret",
        "client-secret",
        "clientsecret",
        "jiraapikey",
        "API_KEY",
        "apiKeys",
        "dbcredential",
        "dbCredentials",
        "passwordhash",
        "userPasswordHash",
        "tokenvalue",
        "loginpasscode",
        "kennwort",
        "Benutzerkennwort",
        "DB_PASSWORT",
        "mot_de_passe",
        "motDePasse",
        "mdp",
        "contraseña",
        "contrasena",
        "CONTRASEÑA",
        "contrasen\u0303a",
        "senha",
        "wachtwoord",
        "lösenord",
        "hasło",
        "salasana",
        "пароль",
        "密码",
        "パスワード"
      })
  void tellASecret(String name) {
    assertEquals(Verdict.SECRET, KeyNames.judge(name), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bypass",
        "compass",
        "filter.bypass",
        "proxyBypass",
        "tokenizer",
        "analysis.tokenizer",
        "secretary",
        "secretariat",
        "password.min.length",
        "passwordPolicy",
        "token.expiry.seconds",
        "maxTokens",
        "passthrough",
        "passed",
        "passive",
        "cwd",
        "mapping",
        "spring",
        "shipping",
        "monkey",
        "issueKey",
        "projectkey",
        "hasher",
        "sandbox",
        "classpath",
        "keywords"
      })
  void doNotTellASecret(String name) {
    assertNotEquals(Verdict.SECRET, KeyNames.judge(name), name);
  }
}
