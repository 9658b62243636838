package io.hearth.devhost.instance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The people of the instance. Each one's password is their name: nobody else can reach a laptop.
 */
public final class Directory {
  private final List<Account> accounts;

  Directory(ProductKind kind) {
    accounts =
        List.of(
            new Account("admin", key(kind, 1), "Ada Okafor", "ada.okafor@example.com", true, true),
            new Account(
                "user", key(kind, 2), "Ulf Sørensen", "ulf.soerensen@example.com", false, false));
  }

  private static String key(ProductKind kind, int number) {
    return switch (kind) {
      case JIRA -> "JIRAUSER" + (9999 + number);
      case CONFLUENCE -> "8a7f80818b0e5c3f018b0e5d1e4f%04x".formatted(number);
      case BITBUCKET -> Integer.toString(number);
    };
  }

  public Optional<Account> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return find(account -> account.name().equals(lower));
  }

  public Optional<Account> withKey(String key) {
    return find(account -> account.key().equals(key));
  }

  private Optional<Account> find(Predicate<Account> wanted) {
    return accounts.stream().filter(wanted).findFirst();
  }

  public Optional<Account> authenticate(String name, String password) {
    return named(name).filter(account -> same(account.name(), password));
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
