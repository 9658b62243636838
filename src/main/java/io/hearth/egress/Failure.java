package io.hearth.egress;

/** Why something did not arrive. */
public enum Failure {
  /** The destination answered with another status than 200 to 299. */
  REFUSED,
  /** No server has the name. */
  UNKNOWN_HOST,
  /** Nobody takes the connection, or a proxy or a firewall stands before it. */
  NO_CONNECTION,
  /** The server's certificate is none that this JVM trusts, or TLS failed otherwise. */
  UNTRUSTED,
  /** Nothing moved for too long. */
  TIMED_OUT,
  /** The connection broke off. */
  BROKEN_OFF,
  /** What is to be sent could not be read. */
  UNREADABLE
}
