package io.hearth.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tokens that are known by their shape alone, as the services that issue them publish it. */
final class Shapes {
  /** {@code alphabet} is the set of characters after the prefix; lengths are those after it. */
  record Shape(String prefix, String alphabet, int least, int most, String issuer) {}

  private static final String HEX = "hex";
  private static final String ALNUM = "alnum";
  private static final String URL = "url";
  private static final String BASE64 = "base64";
  private static final String UPPER = "upper";
  private static final String DOTTED = "dotted";

  static final List<Shape> ALL = table();

  private final Map<Integer, List<Shape>> byStart = new HashMap<>();
  private final long[] starts = new long[1024];

  Shapes() {
    for (Shape shape : ALL) {
      int start = shape.prefix().charAt(0) << 8 | shape.prefix().charAt(1);
      starts[start >>> 6] |= 1L << start;
      byStart.computeIfAbsent(start, s -> new ArrayList<>()).add(shape);
    }
  }

  boolean mayStart(byte first, byte second) {
    int start = (first & 0xff) << 8 | (second & 0xff);
    return (starts[start >>> 6] >>> start & 1) != 0;
  }

  /** The end of the token that begins at {@code from}, or -1. */
  int end(Line line, int from) {
    byte[] text = line.text;
    int start = (text[from] & 0xff) << 8 | (text[from + 1] & 0xff);
    for (Shape shape : byStart.getOrDefault(start, List.of())) {
      int end = match(shape, text, from, line.end);
      if (end > 0) {
        return end;
      }
    }
    return -1;
  }

  private static int match(Shape shape, byte[] text, int from, int limit) {
    String prefix = shape.prefix();
    if (limit - from < prefix.length() + shape.least()) {
      return -1;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (text[from + i] != prefix.charAt(i)) {
        return -1;
      }
    }
    int p = from + prefix.length();
    int first = p;
    boolean digit = false;
    while (p < limit && p - first <= shape.most() && allowed(shape.alphabet(), text[p])) {
      digit |= Chars.isDigit(text[p]) || Chars.isUpper(text[p]);
      p++;
    }
    while (p > first && (text[p - 1] == '.' || text[p - 1] == '-')) {
      p--;
    }
    boolean fits = p - first >= shape.least() && p - first <= shape.most();
    return fits && digit ? p : -1;
  }

  private static boolean allowed(String alphabet, byte b) {
    boolean digit = Chars.isDigit(b);
    boolean ascii = b >= 0 && Chars.isAtom(b);
    return switch (alphabet) {
      case HEX -> Chars.isHex(b);
      case UPPER -> digit || Chars.isUpper(b);
      case URL -> ascii || b == '-' || b == '_';
      case DOTTED -> ascii || b == '-' || b == '_' || b == '.' || b == '=';
      case BASE64 -> ascii || b == '+' || b == '/' || b == '=' || b == '-' || b == '_';
      default -> ascii;
    };
  }

  private static List<Shape> table() {
    List<Shape> shapes = new ArrayList<>();
    for (String line : SOURCE.strip().split("\n")) {
      String[] c = line.strip().split("\\s+", 5);
      shapes.add(new Shape(c[0], c[1], Integer.parseInt(c[2]), Integer.parseInt(c[3]), c[4]));
    }
    return List.copyOf(shapes);
  }

  /** Prefix, alphabet, least and most characters after it, issuer: from the issuers' own pages. */
  private static final String SOURCE =
      """
      AKIA upper 16 16 Amazon access key id
      ASIA upper 16 16 Amazon temporary access key id
      AROA upper 16 17 Amazon role id
      AIDA upper 16 17 Amazon user id
      ABIA upper 16 16 Amazon bearer token
      ACCA upper 16 16 Amazon context credential
      ghp_ alnum 30 255 GitHub personal access token
      gho_ alnum 30 255 GitHub OAuth token
      ghu_ alnum 30 255 GitHub user-to-server token
      ghs_ alnum 30 255 GitHub server-to-server token
      ghr_ alnum 30 255 GitHub refresh token
      github_pat_ url 50 255 GitHub fine-grained token
      glpat- dotted 18 300 GitLab personal access token
      gldt- url 18 64 GitLab deploy token
      glrt- dotted 18 300 GitLab runner token
      glcbt- url 18 64 GitLab CI job token
      glptt- url 18 64 GitLab trigger token
      glft- url 18 64 GitLab feed token
      glimt- url 18 64 GitLab mail token
      glagent- url 18 128 GitLab agent token
      glsoat- url 18 64 GitLab SCIM token
      GR1348941 url 18 64 GitLab runner registration
      xoxb- url 20 255 Slack bot token
      xoxp- url 20 255 Slack user token
      xoxa- url 20 255 Slack app token
      xoxr- url 20 255 Slack refresh token
      xoxs- url 20 255 Slack session token
      xoxo- url 20 255 Slack legacy token
      xoxc- url 20 255 Slack client token
      xoxd- base64 20 512 Slack cookie
      xoxe- url 20 512 Slack configuration token
      xoxe. dotted 20 512 Slack configuration token
      xapp- url 20 255 Slack app-level token
      AIza url 33 40 Google API key
      GOCSPX- url 20 40 Google OAuth client secret
      ya29. dotted 20 2048 Google OAuth access token
      1// url 30 512 Google OAuth refresh token
      sk_live_ alnum 16 255 Stripe secret key
      sk_test_ alnum 16 255 Stripe test key
      rk_live_ alnum 16 255 Stripe restricted key
      rk_test_ alnum 16 255 Stripe restricted test key
      pk_live_ alnum 16 255 Stripe publishable key
      pk_test_ alnum 16 255 Stripe publishable test key
      whsec_ base64 20 255 Stripe webhook secret
      SG. dotted 30 120 SendGrid API key
      key- hex 32 32 Mailgun API key
      xkeysib- url 60 100 Brevo API key
      xsmtpsib- url 60 100 Brevo SMTP key
      re_ url 20 60 Resend API key
      npm_ alnum 30 60 npm access token
      pypi- url 50 512 PyPI token
      rubygems_ hex 40 64 RubyGems key
      oy2 alnum 40 48 NuGet API key
      dckr_pat_ url 20 60 Docker Hub token
      dckr_oat_ url 20 60 Docker Hub organisation token
      hvs. url 20 255 HashiCorp Vault token
      hvb. url 20 300 HashiCorp Vault batch token
      hvr. url 20 300 HashiCorp Vault recovery token
      dop_v1_ hex 60 64 DigitalOcean token
      doo_v1_ hex 60 64 DigitalOcean OAuth token
      dor_v1_ hex 60 64 DigitalOcean refresh token
      ATATT3 base64 40 400 Atlassian API token
      ATCTT3 base64 40 400 Atlassian API token
      ATBB base64 24 64 Bitbucket app password
      ATOA base64 24 300 Atlassian OAuth token
      ATSTT base64 40 400 Atlassian service token
      BBDC- base64 30 64 Bitbucket Data Center HTTP access token
      shpat_ hex 30 40 Shopify token
      shpca_ hex 30 40 Shopify token
      shppa_ hex 30 40 Shopify token
      shpss_ hex 30 40 Shopify secret
      sq0atp- url 20 40 Square access token
      sq0csp- url 40 50 Square secret
      EAAA url 56 128 Square or Facebook token
      EAACEdEose0cBA alnum 16 512 Facebook token
      sk-ant- url 40 200 Anthropic key
      sk-proj- url 40 255 OpenAI project key
      sk- url 30 200 OpenAI key
      hf_ alnum 30 60 Hugging Face token
      r8_ alnum 30 50 Replicate token
      gsk_ alnum 40 80 Groq key
      dapi hex 32 40 Databricks token
      NRAK- upper 24 40 New Relic key
      NRJS- hex 19 19 New Relic browser key
      glsa_ url 32 60 Grafana service account token
      glc_ base64 32 500 Grafana cloud token
      lin_api_ alnum 30 60 Linear key
      PMAK- url 40 80 Postman key
      sntrys_ base64 40 400 Sentry token
      sntryu_ hex 60 70 Sentry token
      squ_ alnum 30 50 SonarQube token
      sqp_ alnum 30 50 SonarQube token
      sqa_ alnum 30 50 SonarQube token
      dp.pt. alnum 30 60 Doppler token
      dp.st. dotted 30 80 Doppler token
      pul- hex 40 40 Pulumi token
      AKCp alnum 60 80 Artifactory key
      cmVmdGtu base64 40 80 Artifactory reference token
      LTAI alnum 12 30 Alibaba key
      AKID alnum 13 40 Tencent key
      pscale_tkn_ dotted 30 64 PlanetScale token
      pscale_pw_ dotted 30 64 PlanetScale password
      pscale_oauth_ dotted 30 64 PlanetScale token
      AGE-SECRET-KEY-1 upper 50 64 age key
      cio alnum 32 32 crates.io token
      sl. url 60 2048 Dropbox token
      figd_ url 30 60 Figma token
      secret_ alnum 43 43 Notion token
      ntn_ alnum 40 60 Notion token
      sk.eyJ dotted 40 255 Mapbox token
      pk.eyJ dotted 40 255 Mapbox token
      rnd_ alnum 24 40 Render key
      CFPAT- url 40 50 Contentful token
      vercel_ alnum 20 60 Vercel token
      nfp_ alnum 36 44 Netlify token
      fo1_ url 40 50 Fly.io token
      FlyV1 base64 60 2048 Fly.io token
      HRKU- url 30 80 Heroku key
      tfp_ url 40 70 Typeform token
      duffel_test_ url 40 50 Duffel token
      duffel_live_ url 40 50 Duffel token
      EZAK alnum 50 60 EasyPost key
      EZTK alnum 50 60 EasyPost test key
      FLWSECK- alnum 12 64 Flutterwave key
      shippo_live_ hex 40 40 Shippo token
      shippo_test_ hex 40 40 Shippo token
      tk-us- url 40 60 Twitch or Telnyx key
      pnu_ alnum 36 36 Prefect key
      ddp_ alnum 36 40 Datadog key
      ops_eyJ base64 200 4096 1Password service token
      ico- alnum 32 32 Intercom token
      v1.0- hex 24 180 Cloudflare origin key
      aio_ alnum 28 28 Adafruit key
      CLOJARS_ alnum 60 60 Clojars token
      sgp_ url 40 80 Sourcegraph token
      snyk_ url 30 80 Snyk token
      """;
}
