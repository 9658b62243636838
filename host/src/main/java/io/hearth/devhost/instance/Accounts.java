package io.hearth.devhost.instance;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who sent a request. */
public interface Accounts {

  Optional<Account> of(HttpServletRequest request);

  /** Whether an administrator has confirmed the password a short while ago. */
  boolean hasWebSudo(HttpServletRequest request);
}
