package io.hearth.collectors;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What the JVM tells by name only: inside the products the types of {@code com.sun.management} are
 * not visible to an app, while their MBeans are.
 */
final class Mbeans {

  private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";
  private static final String OPERATING_SYSTEM = "java.lang:type=OperatingSystem";

  private Mbeans() {}

  /** The answer of a {@code jcmd} command under its MBean operation's name. */
  static Optional<String> diagnostic(String operation, String... arguments) {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      Object answer =
          server.invoke(
              new ObjectName(DIAGNOSTICS),
              operation,
              new Object[] {arguments},
              new String[] {String[].class.getName()});
      return Optional.ofNullable(answer).map(Object::toString);
    } catch (JMException | RuntimeException notOffered) {
      return Optional.empty();
    }
  }

  static Optional<Number> operatingSystem(String attribute) {
    try {
      Object value =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(new ObjectName(OPERATING_SYSTEM), attribute);
      return value instanceof Number number ? Optional.of(number) : Optional.empty();
    } catch (JMException | RuntimeException notOffered) {
      return Optional.empty();
    }
  }
}
