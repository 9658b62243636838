package io.hearth.devhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, tags and batches as the products have them. */
class WebResourcesTest {
  private static final String WRM = "com.atlassian.plugins.atlassian-plugins-webresource-plugin:";

  @TempDir static Path folder;
  private static RunningHost host;

  @BeforeAll
  static void start() throws Exception {
    FixtureApp app =
        new FixtureApp()
            .imports("com.atlassian.webresource.api,com.atlassian.webresource.api.assembler")
            .imports("com.atlassian.webresource.api.data,com.atlassian.json.marshal")
            .imports("org.osgi.framework")
            .header("Atlassian-Scan-Folders", "META-INF/plugin-descriptors")
            .file("web/a.js", "a();")
            .file("web/b.js", "b();")
            .file("web/page.css", "p{background:url(img/x.svg)} q{background:url('/abs.png')}")
            .file("web/img/x.svg", "<svg/>")
            .file("web/general.js", "general();")
            .file("secret.txt", "not a web resource")
            .file(
                "META-INF/plugin-descriptors/web.xml",
                """
                <atlassian-plugin>
                  <web-resource key="page">
                    <dependency>fixture:base</dependency>
                    <resource type="download" name="b.js" location="web/b.js"/>
                    <resource type="download" name="css/page.css" location="web/page.css"/>
                    <resource type="download" name="css/img/" location="web/img/"/>
                    <data key="facts" class="fixture.Facts"/>
                  </web-resource>
                  <web-resource key="base">
                    <dependency>%scontext-path</dependency>
                    <resource type="download" name="a.js" location="web/a.js"/>
                  </web-resource>
                  <web-resource key="everywhere">
                    <context>atl.general</context>
                    <resource type="download" name="general.js" location="web/general.js"/>
                  </web-resource>
                </atlassian-plugin>
                """
                    .formatted(WRM))
            .source(
                "Facts",
                """
                import com.atlassian.json.marshal.Jsonable;
                import com.atlassian.webresource.api.data.WebResourceDataProvider;
                public class Facts implements WebResourceDataProvider {
                  public Jsonable get() { return out -> out.write("{\\"t\\":\\"</script>\\"}"); }
                }
                """)
            .servlet(
                "Page",
                "/page",
                "@com.atlassian.annotations.security.UnrestrictedAccess",
                """
                var context = org.osgi.framework.FrameworkUtil.getBundle(Page.class)
                    .getBundleContext();
                var type = com.atlassian.webresource.api.assembler.PageBuilderService.class;
                var pages = context.getService(context.getServiceReference(type));
                pages.assembler().resources().requireWebResource("fixture:page");
                var out = response.getWriter();
                for (int i = 0; i < 2; i++) {
                  out.write("drained:\\n");
                  pages.assembler().assembled().drainIncludedResources()
                      .writeHtmlTags(out, com.atlassian.webresource.api.UrlMode.AUTO);
                }
                """);
    host = new RunningHost(folder, app.jar(folder), "--context", "/jira");
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }

  @Test
  void tags_come_in_order_of_dependency_and_once() throws Exception {
    String page = host.get("/plugins/servlet/page").body();
    assertEquals(
        List.of(WRM + "data", WRM + "context-path", "fixture:base", "fixture:page"),
        found(
            "<script src=\"[^\"]+\" data-wrm-key=\"([^\"]+)\" data-wrm-batch-type=\"resource\"",
            page));
    assertEquals(List.of("fixture:page"), found("<link [^>]*data-wrm-key=\"([^\"]+)\"", page));
    assertTrue(page.endsWith("drained:\n"), page);
  }

  @Test
  void addresses_have_the_shape_of_the_products_and_lead_to_the_batch() throws Exception {
    String page = host.get("/plugins/servlet/page").body();
    String address =
        found("<script src=\"/jira([^\"]+)\" data-wrm-key=\"fixture:page\"", page).get(0);
    assertTrue(
        address.matches(
            "/s/[0-9a-f]{32}-CDN/\\d+/1\\.0\\.0/_/download/batch/fixture:page/fixture:page\\.js"),
        address);
    HttpResponse<String> answer = host.get(address);
    assertEquals("public, max-age=31536000", header(answer, "Cache-Control"));
    assertEquals("application/javascript;charset=UTF-8", header(answer, "Content-Type"));
    assertEquals(
        """
        WRMCB=function(e){var c=console;if(c&&c.log&&c.error)\
        {c.log('Error running batched script.');c.error(e);}}
        ;
        try {
        /* module-key = 'fixture:page', location = 'web/b.js' */
        b();
        }catch(e){WRMCB(e)};
        """,
        answer.body());
    String tag = header(answer, "ETag");
    assertEquals(304, host.get(address, "If-None-Match", tag).statusCode());
  }

  @Test
  void data_stands_before_the_scripts_and_cannot_end_its_element() throws Exception {
    String page = host.get("/plugins/servlet/page").body();
    String data =
        "WRM._unparsedData[\"fixture:page.facts\"]=\"{\\\"t\\\":\\\"\\u003C/script>\\\"}\";";
    assertTrue(page.contains(data), page);
    assertTrue(
        page.contains(
            "WRM._unparsedData[\"" + WRM + "context-path.context-path\"]=\"\\\"/jira\\\"\";"),
        page);
    assertTrue(page.indexOf(data) < page.indexOf("<script src="));
  }

  @Test
  void styles_lead_to_their_pictures_from_wherever_they_are_served() throws Exception {
    String css = host.get("/download/batch/fixture:page/fixture:page.css").body();
    Matcher picture = Pattern.compile("url\\(\"/jira([^\"]+/css/img/x\\.svg)\"\\)").matcher(css);
    assertTrue(picture.find(), css);
    HttpResponse<String> answer = host.get(picture.group(1));
    assertEquals("<svg/>", answer.body());
    assertEquals("image/svg+xml", header(answer, "Content-Type"));
    assertTrue(css.contains("url('/abs.png')"), css);
  }

  @Test
  void a_context_batch_holds_what_is_in_the_context_but_not_what_is_excluded() throws Exception {
    String batch = host.get("/download/contextbatch/js/atl.general,_super/batch.js").body();
    assertEquals(
        List.of("fixture:everywhere", WRM + "data", WRM + "context-path"),
        found("module-key = '([^']+)'", batch));
    String general = host.get("/download/contextbatch/js/atl.general,-_super/batch.js").body();
    assertEquals(List.of("fixture:everywhere"), found("module-key = '([^']+)'", general));
  }

  @Test
  void a_file_is_served_without_a_version_too_but_not_kept() throws Exception {
    HttpResponse<String> answer = host.get("/download/resources/fixture:base/a.js");
    assertEquals("a();", answer.body());
    assertEquals("max-age=0, must-revalidate", header(answer, "Cache-Control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/download/resources/fixture:base/b.js",
        "/download/resources/fixture:base/secret.txt",
        "/download/resources/fixture:page/css/img/../../secret.txt",
        "/download/resources/fixture:page/css/img/..%2f..%2fsecret.txt",
        "/download/resources/fixture:page/css/img/%2e%2e/%2e%2e/secret.txt",
        "/download/resources/fixture:page/css/img/",
        "/download/resources/fixture/secret.txt",
        "/download/batch/fixture:page/fixture:base.js",
        "/download/batch/fixture:none/fixture:none.js",
        "/download/contextbatch/js/nothing/batch.js",
        "/s/x/_/secret.txt"
      })
  void what_no_descriptor_names_is_not_found(String path) throws Exception {
    HttpResponse<String> answer = host.get(path);
    assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path);
    assertFalse(answer.body().contains("not a web resource"));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
