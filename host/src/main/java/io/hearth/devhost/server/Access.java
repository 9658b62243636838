package io.hearth.devhost.server;

import com.atlassian.annotations.security.AdminOnly;
import com.atlassian.annotations.security.AnonymousSiteAccess;
import com.atlassian.annotations.security.LicensedOnly;
import com.atlassian.annotations.security.SystemAdminOnly;
import com.atlassian.annotations.security.UnlicensedSiteAccess;
import com.atlassian.annotations.security.UnrestrictedAccess;
import io.hearth.devhost.instance.Account;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may reach a servlet. Closed by default: without an annotation only licensed users get in, as
 * on Platforms 7 and 8. The annotation of the class goes before that of its package.
 */
enum Access {
  UNRESTRICTED(UnrestrictedAccess.class, account -> true),
  ANONYMOUS(AnonymousSiteAccess.class, account -> true),
  UNLICENSED(UnlicensedSiteAccess.class, Optional::isPresent),
  // Whoever has an account in this instance has a licence.
  LICENSED(LicensedOnly.class, Optional::isPresent),
  ADMINISTRATOR(AdminOnly.class, account -> account.filter(Account::administrator).isPresent()),
  SYSTEM_ADMINISTRATOR(
      SystemAdminOnly.class, account -> account.filter(Account::systemAdministrator).isPresent());

  private final Class<? extends Annotation> annotation;
  private final Predicate<Optional<Account>> letsIn;

  Access(Class<? extends Annotation> annotation, Predicate<Optional<Account>> letsIn) {
    this.annotation = annotation;
    this.letsIn = letsIn;
  }

  static Access of(Class<?> servlet) {
    return Stream.<AnnotatedElement>of(servlet, servlet.getPackage())
        .flatMap(place -> annotated(place).stream())
        .findFirst()
        .orElse(LICENSED);
  }

  private static Optional<Access> annotated(AnnotatedElement place) {
    return Arrays.stream(values())
        .filter(access -> place.isAnnotationPresent(access.annotation))
        .findFirst();
  }

  boolean allows(Optional<Account> account) {
    return letsIn.test(account);
  }
}
