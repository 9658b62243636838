package io.hearth.devhost.instance;

import jakarta.servlet.Servlet;

/** Platform 7 speaks {@code javax.servlet} 4.0, Platform 8 {@code jakarta.servlet} 6.0. */
public enum Platform {
  P7(7, "javax", "4.0.0"),
  P8(8, "jakarta", "6.0.0");

  private final int number;
  private final String prefix;
  private final String servletVersion;

  Platform(int number, String prefix, String servletVersion) {
    this.number = number;
    this.prefix = prefix;
    this.servletVersion = servletVersion;
  }

  /** The one this host was built for: the JAR for Platform 7 has its servlet types renamed. */
  public static Platform ofThisBuild() {
    String spoken = Servlet.class.getPackageName();
    return P8.servletPackage().equals(spoken) ? P8 : P7;
  }

  public int number() {
    return number;
  }

  /** Put together here, since the whole name as a constant would be renamed for Platform 7. */
  public String servletPackage() {
    return prefix + ".servlet";
  }

  public String servletVersion() {
    return servletVersion;
  }

  public Platform other() {
    return this == P7 ? P8 : P7;
  }
}
