package io.hearth.devhost.sal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditAttribute;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import com.atlassian.plugin.PluginAccessor;
import com.atlassian.plugin.PluginState;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.license.LicenseHandler;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import io.hearth.devhost.instance.AppRecord;
import io.hearth.devhost.instance.AppsView;
import io.hearth.devhost.instance.Instance;
import io.hearth.devhost.instance.InstanceServer;
import io.hearth.devhost.instance.InstanceServer.Browser;
import io.hearth.devhost.instance.ProductKind;
import io.hearth.devhost.instance.WebItem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServicesTest {
  @TempDir Path state;
  private InstanceServer server;

  /** Answers what services say during the request. */
  private final class Asking extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      UserManager users = offered(UserManager.class);
      String name =
          Optional.ofNullable(users.getRemoteUser()).map(user -> user.getUsername()).orElse("-");
      String token = offered(XsrfTokenAccessor.class).getXsrfToken(request, response, true);
      String locale = offered(LocaleResolver.class).getLocale().toLanguageTag();
      String url = offered(ApplicationProperties.class).getBaseUrl(UrlMode.AUTO);
      response.setContentType("text/plain");
      response.getWriter().write(String.join(" ", name, token, locale, url));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      WebSudoManager webSudo = offered(WebSudoManager.class);
      try {
        webSudo.willExecuteWebSudoRequest(request);
        boolean valid = offered(XsrfTokenValidator.class).validateFormEncodedToken(request);
        response.setStatus(valid ? 200 : 403);
      } catch (WebSudoSessionException e) {
        webSudo.enforceWebSudoProtection(request, response);
      }
    }
  }

  private <T> T offered(Class<T> type) {
    return type.cast(server.instance().services().get(type));
  }

  private void start(ProductKind kind) throws Exception {
    server =
        InstanceServer.start(
            InstanceServer.options(kind, "/ctx", state),
            Clock.systemUTC(),
            Map.of("/ask", new Asking()));
  }

  @BeforeEach
  void start() throws Exception {
    start(ProductKind.JIRA);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theRequestOfAThreadTellsWhoAsks() throws Exception {
    Browser browser = server.browser();
    String nobody = browser.get("/plugins/servlet/ask").body();
    assertTrue(nobody.startsWith("- "), nobody);
    browser.login("user");
    String[] said =
        browser
            .get("/plugins/servlet/ask", "Accept-Language", "pt, de;q=0.8, en;q=0.5")
            .body()
            .split(" ");
    assertEquals("user", said[0]);
    assertEquals("de-DE", said[2]);
    assertEquals("/ctx", said[3]);
    assertNull(offered(UserManager.class).getRemoteUser(), "outside of requests");
  }

  @Test
  void aFormNeedsTheTokenOfItsBrowser() throws Exception {
    Browser admin = server.browser().login("admin");
    admin.post("/websudo", Map.of("password", "admin"));
    String token = admin.get("/plugins/servlet/ask").body().split(" ")[1];
    assertEquals(token, admin.cookies().get("atlassian.xsrf.token"));
    String path = "/plugins/servlet/ask";
    assertEquals(200, admin.post(path, Map.of("atl_token", token)).statusCode());
    assertEquals(403, admin.post(path, Map.of("atl_token", "guessed")).statusCode());
    assertEquals(403, admin.post(path, Map.of()).statusCode());
    admin.cookies().remove("atlassian.xsrf.token");
    assertEquals(403, admin.post(path, Map.of("atl_token", "")).statusCode());
  }

  @Test
  void withoutASecureSessionThePasswordFormLeadsBack() throws Exception {
    var answer = server.browser().login("admin").post("/plugins/servlet/ask?a=b", Map.of());
    assertEquals(302, answer.statusCode());
    String location = answer.headers().firstValue("Location").orElse("");
    assertTrue(
        location.endsWith("/ctx/websudo?destination=%2Fplugins%2Fservlet%2Fask%3Fa%3Db"), location);
  }

  @Test
  void peopleAreKnownByNameAndByKey() {
    UserManager users = offered(UserManager.class);
    UserKey admin = users.getUserProfile("ADMIN").getUserKey();
    assertTrue(users.isSystemAdmin(admin) && users.isAdmin(admin) && users.isLicensed(admin));
    assertTrue(users.isUserInGroup(admin, "administrators"));
    assertEquals("admin", users.getUserProfile(admin).getUsername());
    assertNull(users.getUserProfile("nobody"));
    assertNull(users.resolve("nobody"));
  }

  @Test
  void theLoginPageLeadsBackIntoTheContext() {
    String url =
        offered(LoginUriProvider.class)
            .getLoginUri(URI.create(server.instance().baseUrl() + "/admin?x=%2F"))
            .toString();
    assertEquals(server.instance().baseUrl() + "/login?os_destination=%2Fadmin%3Fx%3D%252F", url);
  }

  @Test
  void settingsOutliveARestartAndKeepTheirKind() throws Exception {
    PluginSettings settings = offered(PluginSettingsFactory.class).createGlobalSettings();
    Properties properties = new Properties();
    properties.setProperty("a", "ü");
    assertNull(settings.put("x.text", "one"));
    assertEquals("one", settings.put("x.text", "two"));
    settings.put("x.list", List.of("a", "b"));
    settings.put("x.map", Map.of("k", "v"));
    settings.put("x.properties", properties);
    offered(PluginSettingsFactory.class).createSettingsForKey("ns").put("x.text", "own");
    server.close();
    start(ProductKind.JIRA);
    PluginSettings later = offered(PluginSettingsFactory.class).createGlobalSettings();
    assertEquals("two", later.get("x.text"));
    assertEquals(List.of("a", "b"), later.get("x.list"));
    assertEquals(Map.of("k", "v"), later.get("x.map"));
    assertEquals(properties, later.get("x.properties"));
    assertEquals("two", later.remove("x.text"));
    assertNull(later.get("x.text"));
  }

  @Test
  void settingsRefuseWhatTheProductsTableCannotHold() {
    PluginSettings settings = offered(PluginSettingsFactory.class).createGlobalSettings();
    assertThrows(IllegalArgumentException.class, () -> settings.put("k", 7));
    assertThrows(IllegalArgumentException.class, () -> settings.put("k", List.of(7)));
    assertThrows(IllegalArgumentException.class, () -> settings.get("k".repeat(256)));
  }

  @Test
  void settingsWrittenAtOnceAreAllKept() throws Exception {
    PluginSettings settings = offered(PluginSettingsFactory.class).createGlobalSettings();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch done = new CountDownLatch(40);
    for (int i = 0; i < 40; i++) {
      String key = "k" + i;
      threads.execute(
          () -> {
            settings.put(key, key);
            done.countDown();
          });
    }
    assertTrue(done.await(20, TimeUnit.SECONDS));
    threads.shutdown();
    for (int i = 0; i < 40; i++) {
      assertEquals("k" + i, settings.get("k" + i));
    }
  }

  private record TwoApps() implements AppsView {
    @Override
    public List<WebItem> webItems() {
      return List.of();
    }

    @Override
    public List<AppRecord> apps() {
      return List.of(
          new AppRecord("a.on", "On", "1.0", "Vendor", true, true),
          new AppRecord("a.off", "Off", "2.0", "Vendor", false, true));
    }

    @Override
    public Optional<byte[]> file(String key, String path) {
      return Optional.empty();
    }

    @Override
    public Map<String, String> translations(Locale locale) {
      return Map.of("a.hello", "It''s {0}");
    }
  }

  @Test
  void appsAreListedWithTheirStateBesideTheHostItself() {
    server.instance().apps(new TwoApps());
    PluginAccessor plugins = offered(PluginAccessor.class);
    assertEquals(3, plugins.getPlugins().size());
    assertEquals(2, plugins.getEnabledPlugins().size());
    assertEquals(PluginState.DISABLED, plugins.getPlugin("a.off").getPluginState());
    assertEquals("1.0", plugins.getPlugin("a.on").getPluginInformation().getVersion());
    assertNull(plugins.getEnabledPlugin("a.off"));
    assertTrue(plugins.isSystemPlugin("io.hearth.devhost"));
  }

  @Test
  void textsOfAppsAreFilledInAndUnknownKeysAreTheirOwnText() {
    server.instance().apps(new TwoApps());
    I18nResolver texts = offered(I18nResolver.class);
    assertEquals("It's me", texts.getText("a.hello", "me"));
    assertEquals("a.missing", texts.getText("a.missing"));
    assertEquals("It''s {0}", texts.getRawText("a.hello"));
    assertEquals(1, texts.getAllTranslationsForPrefix("a.").size());
  }

  @Test
  void anAuditedEventStandsInTheDatabase() throws IOException {
    server.instance().apps(new TwoApps());
    offered(AuditService.class)
        .audit(
            AuditEvent.fromI18nKeys(
                    "a.category",
                    "done",
                    CoverageLevel.BASE,
                    CoverageArea.GLOBAL_CONFIG_AND_ADMINISTRATION)
                .extraAttribute(AuditAttribute.fromI18nKeys("a.who", "ada").build())
                .build());
    String line = Files.readString(state.resolve("jira/database/audit-log.jsonl"));
    assertTrue(line.contains("\"category\":\"a.category\",\"action\":\"done\""), line);
    assertTrue(line.contains("\"author\":\"anonymous\""), line);
    assertTrue(line.endsWith("\"a.who\":\"ada\"}\n"), line);
  }

  @ParameterizedTest
  @EnumSource(ProductKind.class)
  void eachProductPresentsItself(ProductKind kind) throws Exception {
    server.close();
    start(kind);
    ApplicationProperties product = offered(ApplicationProperties.class);
    Instance instance = server.instance();
    assertEquals(kind.platformId(), product.getPlatformId());
    assertEquals(instance.baseUrl(), product.getBaseUrl(UrlMode.CANONICAL));
    assertEquals(instance.localHome(), product.getLocalHomeDirectory().orElseThrow());
    assertEquals(instance.sharedHome(), product.getSharedHomeDirectory().orElseThrow());
    assertTrue(
        offered(LicenseHandler.class)
            .getAllSupportEntitlementNumbers()
            .first()
            .matches("SEN-\\d{8}"));
    assertTrue(
        offered(LicenseHandler.class).getServerId().matches("B[A-Z0-9]{3}(-[A-Z0-9]{4}){3}"));
  }
}
