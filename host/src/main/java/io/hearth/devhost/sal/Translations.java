package io.hearth.devhost.sal;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import io.hearth.devhost.instance.AppsView;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The apps' own texts. A key that no app has is its own text, as in the products. */
final class Translations implements I18nResolver {
  private final Supplier<AppsView> apps;
  private final LocaleResolver locales;

  Translations(Supplier<AppsView> apps, LocaleResolver locales) {
    this.apps = apps;
    this.locales = locales;
  }

  @Override
  public String getRawText(String key) {
    return getRawText(locales.getLocale(), key);
  }

  @Override
  public String getRawText(Locale locale, String key) {
    return Optional.ofNullable(apps.get().translations(locale).get(key)).orElse(key);
  }

  @Override
  public String getText(String key, Serializable... arguments) {
    return getText(locales.getLocale(), key, arguments);
  }

  @Override
  public String getText(Locale locale, String key, Serializable... arguments) {
    Object[] values = arguments;
    return new MessageFormat(getRawText(locale, key), locale).format(values);
  }

  @Override
  public String getText(String key) {
    return getText(key, new Serializable[0]);
  }

  @Override
  public String getText(Locale locale, String key) {
    return getText(locale, key, new Serializable[0]);
  }

  @Override
  public Map<String, String> getAllTranslationsForPrefix(String prefix) {
    return getAllTranslationsForPrefix(prefix, locales.getLocale());
  }

  @Override
  public Map<String, String> getAllTranslationsForPrefix(String prefix, Locale locale) {
    return apps.get().translations(locale).entrySet().stream()
        .filter(text -> text.getKey().startsWith(prefix))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
