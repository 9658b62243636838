package io.hearth.redaction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Hosts that say nothing of the instance: documentation, schemas, package hosts, this machine. */
final class PublicHosts {
  private static final Set<String> DOMAINS =
      Set.of(
          """
          atlassian.com atlassian.net atlassian.io bitbucket.org jira.com statuspage.io trello.com
          apache.org w3.org sun.com java.net oracle.com java.com openjdk.org openjdk.java.net
          jcp.org github.com github.io githubusercontent.com gitlab.com google.com googleapis.com
          gstatic.com google-analytics.com googletagmanager.com youtube.com microsoft.com live.com
          windows.net mozilla.org mozilla.com apple.com webkit.org chromium.org chrome.com
          springframework.org spring.io hibernate.org maven.org mvnrepository.com sonatype.org
          eclipse.org jetbrains.com jboss.org redhat.com fasterxml.com slf4j.org logback.ch qos.ch
          log4j.org xmlsoap.org oasis-open.org purl.org ietf.org rfc-editor.org iana.org ietf.com
          json-schema.org schema.org openid.net oauth.net docker.com kubernetes.io nodejs.org
          npmjs.com npmjs.org pypi.org python.org postgresql.org mysql.com mariadb.org mariadb.com
          gnu.org opensource.org creativecommons.org wikipedia.org wikimedia.org stackoverflow.com
          jquery.com jsdelivr.net cloudflare.com unpkg.com bootstrapcdn.com fontawesome.com
          gravatar.com sentry.io letsencrypt.org digicert.com verisign.com xml.org opensymphony.com
          opensymphony.org codehaus.org terracotta.org ehcache.org ehcache.com hazelcast.com
          osgi.org felix.org lucene.org elastic.co quartz-scheduler.org jfrog.com bintray.com
          slack.com discord.com office.com office365.com telegram.org zoom.us
          bing.com baidu.com yandex.com yahoo.com duckduckgo.com semrush.com ahrefs.com
          adobe.com ubuntu.com debian.org centos.org fedoraproject.org kernel.org unicode.org
          """
              .strip()
              .split("\\s+"));
  private static final Set<String> NAMES =
      Set.of(
          "localhost",
          "localhost.localdomain",
          "localhost4",
          "localhost6",
          "localdomain",
          "ip6-localhost",
          "example.com",
          "www.example.com",
          "example.org",
          "www.example.org",
          "example.net",
          "broadcasthost",
          "host.docker.internal",
          "jndi",
          "java",
          "localq",
          "null",
          "none",
          "unknown",
          "true",
          "false",
          "default",
          "any",
          "all",
          "self",
          "host",
          "hostname",
          "server",
          "undefined");

  /** Domains that many organisations have their mail or machines under. */
  private static final Set<String> SHARED =
      Set.of(
          "co.uk org.uk ac.uk gov.uk com.au net.au org.au co.jp ne.jp or.jp co.nz com.br com.cn"
              .concat(" com.mx com.tr com.sg co.in co.kr co.za com.pl com.ua com.tw com.hk co.il")
              .split(" "));

  private static final Set<String> PACKAGE_ROOTS =
      Set.of(
          "com org net io java javax jakarta sun jdk edu gov ch kotlin scala groovy javascript"
              .concat(" atlassian jira confluence bitbucket crowd stash o c")
              .split(" "));
  // Two labels with one of these behind a dot are a host; with the other ones only if more speaks
  // for it, since in, to and name are words and sh and py are files.
  private static final String SURE =
      "com net org de fr uk eu nl ch at pl cz dk se fi es pt it jp cn kr ru br mx au ca us tr il za"
          .concat(
              " local internal corp lan intra intranet private home domain cloud edu gov biz mil")
          .concat(" localdomain ad");
  private static final String UNSURE =
      "io in is me to so co tv cc ie no be hu ro gr bg lt lv lv ee sk si hr rs ua by nz sg hk tw th"
          .concat(" vn id my ph ar cl pe arpa");
  // Words of settings' and messages' keys: a host if some label has a digit or a hyphen.
  private static final String WORDS =
      "tech company group bank consulting systems solutions info name dev test host online site"
          .concat(
              " network services digital agency software global world zone team tools work int");

  private PublicHosts() {}

  /** Top-level domains, by how sure a sign of a host they are: 2, 1 or 0. */
  static Map<String, Integer> topLevels() {
    Map<String, Integer> all = new LinkedHashMap<>();
    for (String word : SURE.split(" ")) {
      all.put(word, 2);
    }
    for (String word : UNSURE.split(" ")) {
      all.putIfAbsent(word, 1);
    }
    for (String word : WORDS.split(" ")) {
      all.putIfAbsent(word, 0);
    }
    return all;
  }

  static boolean isShared(String domain) {
    return SHARED.contains(domain);
  }

  /** Whether a dotted name that begins so is a package, not a host. */
  static boolean isPackageRoot(String label) {
    return PACKAGE_ROOTS.contains(label);
  }

  /** Whether a host name, folded, may stay. */
  static boolean keeps(String host) {
    if (NAMES.contains(host)) {
      return true;
    }
    int last = host.lastIndexOf('.');
    int second = last > 0 ? host.lastIndexOf('.', last - 1) : -1;
    if (last <= 0) {
      return false;
    }
    if (DOMAINS.contains(host.substring(second + 1))) {
      return true;
    }
    int third = second > 0 ? host.lastIndexOf('.', second - 1) : -1;
    return second > 0 && DOMAINS.contains(host.substring(third + 1));
  }
}
