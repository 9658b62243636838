package io.hearth.collectors;

import io.hearth.host.Product;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration files of each product, as globs below one of its folders. A list of what to
 * take, never of what to leave: a file that nobody thought of may be a key store.
 *
 * <p>Sources: the products' guides to their home folders and to the files that support asks for.
 */
final class ConfigurationFiles {

  /** Each with its folder in the ZIP: {@code home} would read as the parent of a user's folder. */
  enum Base {
    HOME("local-home"),
    SHARED("shared-home"),
    INSTALL("installation");

    private final String folder;

    Base(String folder) {
      this.folder = folder;
    }

    String folder() {
      return folder;
    }
  }

  /**
   * @param glob relative to the base; {@code *} stays within one folder
   * @param expected whether a person should hear when nothing matches
   */
  record Wanted(Base base, String glob, boolean expected) {}

  private static final List<String> TOMCAT =
      List.of(
          "conf/server.xml",
          "conf/context.xml",
          "conf/web.xml",
          "conf/catalina.properties",
          "conf/logging.properties",
          "conf/Catalina/*/*.xml",
          "bin/setenv.{sh,bat}",
          "bin/setjre.sh",
          "bin/{user,config}.sh");

  private static final List<String> HOME =
      List.of("log4j*.{xml,properties}", "logback*.xml", "upmconfig/*.properties");

  private ConfigurationFiles() {}

  static List<Wanted> of(Product.Kind kind) {
    List<Wanted> wanted = new ArrayList<>();
    switch (kind) {
      case JIRA -> jira(wanted);
      case CONFLUENCE -> confluence(wanted);
      case BITBUCKET -> bitbucket(wanted);
    }
    all(wanted, Base.HOME, HOME);
    all(wanted, Base.SHARED, HOME);
    return wanted;
  }

  private static void jira(List<Wanted> wanted) {
    wanted.add(new Wanted(Base.HOME, "dbconfig.xml", true));
    all(
        wanted,
        Base.HOME,
        List.of("jira-config.properties", "cluster.properties", "monitor/*.properties"));
    all(wanted, Base.SHARED, List.of("jira-config.properties", "dbconfig.xml"));
    tomcat(wanted);
    all(wanted, Base.INSTALL, webApp("atlassian-jira"));
    all(
        wanted,
        Base.INSTALL,
        List.of(
            "atlassian-jira/WEB-INF/urlrewrite.xml",
            "atlassian-jira/WEB-INF/classes/"
                + "{entityengine.xml,jira-application.properties,jpm.xml,osuser.xml}"));
  }

  private static void confluence(List<Wanted> wanted) {
    wanted.add(new Wanted(Base.HOME, "confluence.cfg.xml", true));
    all(wanted, Base.HOME, List.of("synchrony-args.properties", "config/*.{xml,properties}"));
    all(
        wanted,
        Base.SHARED,
        List.of("confluence.cfg.xml", "synchrony-args.properties", "config/*.{xml,properties}"));
    tomcat(wanted);
    all(wanted, Base.INSTALL, webApp("confluence"));
    all(
        wanted,
        Base.INSTALL,
        List.of(
            "bin/synchrony/*.{sh,bat}",
            "confluence/WEB-INF/urlrewrite.xml",
            "confluence/WEB-INF/classes/"
                + "{confluence-init.properties,atlassian-user.xml,seraph-paths.xml}"));
  }

  private static void bitbucket(List<Wanted> wanted) {
    wanted.add(new Wanted(Base.SHARED, "bitbucket.properties", true));
    all(
        wanted,
        Base.SHARED,
        List.of(
            "server.xml",
            "search/config/{elasticsearch,opensearch}.yml",
            "search/config/{jvm.options,log4j2.properties}"));
    all(wanted, Base.HOME, List.of("bitbucket.properties", "bitbucket-mesh.properties"));
    all(
        wanted,
        Base.INSTALL,
        List.of(
            "bin/set-{bitbucket-home,bitbucket-user,jre-home}.{sh,bat}",
            "bin/{setenv,_start-webapp,_start-search,start-bitbucket}.{sh,bat}",
            "app/WEB-INF/classes/logback*.xml"));
    all(wanted, Base.INSTALL, webApp("app"));
  }

  private static void tomcat(List<Wanted> wanted) {
    wanted.add(new Wanted(Base.INSTALL, TOMCAT.get(0), true));
    all(wanted, Base.INSTALL, TOMCAT.subList(1, TOMCAT.size()));
  }

  private static List<String> webApp(String folder) {
    return List.of(
        folder + "/WEB-INF/web.xml",
        folder + "/WEB-INF/classes/{seraph-config.xml,crowd.properties,logging.properties}",
        folder + "/WEB-INF/classes/log4j*.{xml,properties}",
        folder + "/WEB-INF/classes/{ehcache,crowd-ehcache}.xml");
  }

  private static void all(List<Wanted> wanted, Base base, List<String> globs) {
    globs.forEach(glob -> wanted.add(new Wanted(base, glob, false)));
  }
}
