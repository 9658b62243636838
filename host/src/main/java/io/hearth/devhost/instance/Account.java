package io.hearth.devhost.instance;

import java.util.List;

/**
 * Somebody who can log in.
 *
 * @param key what the product knows the person by for ever, other than the name
 */
public record Account(
    String name,
    String key,
    String fullName,
    String email,
    boolean systemAdministrator,
    boolean administrator) {

  public List<String> groups() {
    return administrator ? List.of("administrators", "users") : List.of("users");
  }
}
