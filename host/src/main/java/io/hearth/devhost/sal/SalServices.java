package io.hearth.devhost.sal;

import com.atlassian.audit.api.AuditService;
import com.atlassian.plugin.PluginAccessor;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.license.LicenseHandler;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.web.context.HttpContext;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.xsrf.XsrfRequestValidator;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import java.util.Map;

/** Every service of the product that apps may look up, by interface. */
public final class SalServices {

  private SalServices() {}

  public static Map<Class<?>, Object> of(Surroundings around, CurrentRequest current) {
    XsrfTokens tokens = new XsrfTokens(around);
    LocaleResolver locales = new Locales(current);
    I18nResolver words = new Translations(around.apps(), locales);
    UserManager users = new Users(around, current);
    return Map.ofEntries(
        Map.entry(
            AuditService.class, new AuditLog(around.database(), words, users, around.clock())),
        Map.entry(ApplicationProperties.class, new ProductProperties(around, current)),
        Map.entry(HttpContext.class, current),
        Map.entry(I18nResolver.class, words),
        Map.entry(LicenseHandler.class, new Licence(around)),
        Map.entry(LocaleResolver.class, locales),
        Map.entry(LoginUriProvider.class, new LoginAddress(around)),
        Map.entry(PluginAccessor.class, new InstalledPlugins(around)),
        Map.entry(PluginSettingsFactory.class, new SettingsFile(around.database())),
        Map.entry(UserManager.class, users),
        Map.entry(WebSudoManager.class, new WebSudo(around)),
        Map.entry(XsrfRequestValidator.class, new XsrfRequests(tokens)),
        Map.entry(XsrfTokenAccessor.class, tokens),
        Map.entry(XsrfTokenValidator.class, tokens));
  }
}
