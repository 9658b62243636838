package io.hearth.devhost.sal;

import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The browser's wish among the languages that the products speak, else British English. */
final class Locales implements LocaleResolver {
  private static final Locale OWN = Locale.UK;
  private static final List<Locale> SUPPORTED =
      List.of(OWN, Locale.US, Locale.GERMANY, Locale.FRANCE, Locale.JAPAN);

  private final CurrentRequest current;

  Locales(CurrentRequest current) {
    this.current = current;
  }

  @Override
  public Locale getLocale(HttpServletRequest request) {
    return Collections.list(request.getLocales()).stream()
        .flatMap(wish -> supported(wish).stream())
        .findFirst()
        .orElse(OWN);
  }

  /** A wish for a language alone gets the country that the product has it for. */
  private static Optional<Locale> supported(Locale wish) {
    return SUPPORTED.stream()
        .filter(locale -> locale.equals(wish))
        .findFirst()
        .or(
            () ->
                SUPPORTED.stream()
                    .filter(locale -> locale.getLanguage().equals(wish.getLanguage()))
                    .findFirst());
  }

  @Override
  public Locale getLocale() {
    return current.request().map(this::getLocale).orElse(OWN);
  }

  /** Nobody here has set a language in their profile. */
  @Override
  public Locale getLocale(UserKey userKey) {
    return OWN;
  }

  @Override
  public Locale getApplicationLocale() {
    return OWN;
  }

  @Override
  public Set<Locale> getSupportedLocales() {
    return Set.copyOf(SUPPORTED);
  }
}
