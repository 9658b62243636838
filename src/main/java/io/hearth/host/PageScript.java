package io.hearth.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A script of ours that pages ask for when they need it, each a web resource of its own name. */
public final class PageScript {

  private final String path;

  /**
   * The products let browsers keep for a year what they ask for below {@code /s/…/_}, whatever
   * stands there: the digest makes it another address when the file is another.
   */
  public PageScript(String name) {
    try (InputStream script =
        PageScript.class.getResourceAsStream("/hearth-page/" + name + ".js")) {
      byte[] content = script == null ? new byte[0] : script.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      String hash = HexFormat.of().formatHex(digest, 0, 8);
      this.path = "/s/" + hash + "/_/download/resources/io.hearth:" + name + "/" + name + ".js";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its address on pages of this instance, from the root of the server. */
  public String address(Host host) {
    return host.baseUrl().map(url -> url.getRawPath().replaceAll("/+$", "")).orElse("") + path;
  }
}
