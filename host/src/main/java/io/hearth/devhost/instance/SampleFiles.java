package io.hearth.devhost.instance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The configuration files of an instance as the products' set-up leaves them, with credentials that
 * open nothing, so that one can see what becomes of them. A file that is there is left alone.
 */
final class SampleFiles {
  private static final Pattern HOLE = Pattern.compile("\\$\\{devhost\\.([A-Za-z]+)}");
  private static final int WORD_BYTES = 15;
  private static final int LICENCE_BYTES = 360;

  private static final List<String> TOMCAT =
      List.of(
          "install/conf/server.xml",
          "install/conf/context.xml",
          "install/conf/logging.properties",
          "install/bin/setenv.sh");

  private final SecureRandom random = new SecureRandom();
  private final Folders folders;
  private final ProductKind kind;
  private final Map<String, String> values = new TreeMap<>();

  private SampleFiles(Folders folders, InstanceOptions options, Product product, String serverId) {
    this.folders = folders;
    this.kind = options.product();
    values.put("home", folders.ownHome().toString());
    values.put("sharedHome", folders.sharedHome().toString());
    values.put("port", Integer.toString(options.port()));
    values.put("context", options.contextPath());
    values.put("node", options.nodeId());
    values.put("id", kind.id());
    values.put("name", product.name());
    values.put("version", product.version());
    values.put("build", product.build());
    values.put("serverId", serverId);
    values.put("variable", kind.name() + "_HOME");
    for (String secret : List.of("database", "ldap", "crowd", "keystore", "proxy", "token")) {
      values.put(secret, word());
    }
    values.put("licence", licence());
  }

  static void write(Folders folders, InstanceOptions options, Product product, String serverId)
      throws IOException {
    SampleFiles files = new SampleFiles(folders, options, product, serverId);
    for (String name : files.names().toList()) {
      files.write(name);
    }
  }

  private String word() {
    byte[] bytes = new byte[WORD_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String licence() {
    byte[] bytes = new byte[LICENCE_BYTES];
    random.nextBytes(bytes);
    return "AAAB" + Base64.getEncoder().withoutPadding().encodeToString(bytes) + "X02k4";
  }

  /** The first folder tells where a file belongs. */
  private Stream<String> names() {
    String webApp = "install/" + webApp() + "/";
    return switch (kind) {
      case JIRA ->
          Stream.concat(
              TOMCAT.stream(),
              Stream.of(
                  "home/dbconfig.xml",
                  "home/cluster.properties",
                  "home/jira-config.properties",
                  webApp + "WEB-INF/classes/jira-application.properties",
                  webApp + "WEB-INF/classes/entityengine.xml",
                  webApp + "WEB-INF/classes/crowd.properties",
                  webApp + "WEB-INF/classes/log4j2.xml",
                  webApp + "META-INF/maven/com.atlassian.jira/webapp/pom.properties"));
      case CONFLUENCE ->
          Stream.concat(
              TOMCAT.stream(),
              Stream.of(
                  "home/confluence.cfg.xml",
                  webApp + "WEB-INF/classes/confluence-init.properties",
                  webApp + "WEB-INF/classes/crowd.properties",
                  webApp + "WEB-INF/classes/log4j2.xml",
                  webApp + "META-INF/maven/com.atlassian.confluence/webapp/pom.properties"));
      case BITBUCKET ->
          Stream.of(
              "home/shared/bitbucket.properties",
              "install/bin/set-bitbucket-home.sh",
              "install/bin/set-bitbucket-user.sh",
              "install/bin/_start-webapp.sh",
              webApp + "META-INF/maven/com.atlassian.bitbucket.server/webapp/pom.properties");
    };
  }

  private String webApp() {
    return switch (kind) {
      case JIRA -> "atlassian-jira";
      case CONFLUENCE -> "confluence";
      case BITBUCKET -> "app";
    };
  }

  private void write(String name) throws IOException {
    Path root = name.startsWith("home/") ? folders.ownHome() : folders.ownInstall();
    Path file = root.resolve(name.substring(name.indexOf('/') + 1));
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, filled(template(file.getFileName().toString())));
    if (name.endsWith(".sh") && !file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  private static String template(String fileName) throws IOException {
    try (InputStream in = SampleFiles.class.getResourceAsStream("/instance/" + fileName)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String filled(String template) {
    return HOLE.matcher(template)
        .replaceAll(
            hole ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(values.get(hole.group(1))).orElseThrow()));
  }
}
