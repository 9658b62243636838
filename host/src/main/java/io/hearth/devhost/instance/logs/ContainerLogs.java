package io.hearth.devhost.instance.logs;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The logs in the installation folder: the servlet container's about itself, and the JVM's. */
public final class ContainerLogs {
  private static final DateTimeFormatter JUL =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss.SSS", Locale.ENGLISH);
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss", Locale.ROOT);
  private static final String LISTENER = "org.apache.catalina.startup.VersionLoggerListener.log ";

  private final Path folder;
  private final Clock clock;

  public ContainerLogs(Path install, Clock clock) throws IOException {
    this.folder = Files.createDirectories(install.resolve("logs"));
    this.clock = clock;
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(ZoneId.systemDefault());
  }

  /** What Tomcat tells of the JVM when it starts, true of this one. */
  public void starting() throws IOException {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    Stream<String> facts =
        Stream.of(
            "OS Name:               " + System.getProperty("os.name"),
            "OS Version:            " + System.getProperty("os.version"),
            "Architecture:          " + System.getProperty("os.arch"),
            "Java Home:             " + System.getProperty("java.home"),
            "JVM Version:           " + System.getProperty("java.vm.version"),
            "JVM Vendor:            " + System.getProperty("java.vm.vendor"));
    Stream<String> arguments =
        runtime.getInputArguments().stream().map(each -> "Command line argument: " + each);
    catalina(Stream.concat(facts, arguments).map(fact -> LISTENER + fact).toList());
  }

  public void stopping() throws IOException {
    catalina(List.of("org.apache.catalina.core.StandardService.stopInternal Stopping service"));
  }

  /** Tomcat's console and its own file have the same lines. */
  private void catalina(List<String> messages) throws IOException {
    String head = JUL.format(now()) + " INFO [main] ";
    List<String> lines = messages.stream().map(message -> head + message).toList();
    for (String name : List.of("catalina.out", "catalina." + now().toLocalDate() + ".log")) {
      Files.write(
          folder.resolve(name), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /** Turns the JVM's own log of collections on, as {@code setenv.sh} of the products does. */
  public void collectGarbageLog() {
    Path file = folder.resolve("gc-" + FILE_TIME.format(now()) + ".log");
    String[] options = {
      "output=\"" + file + "\"",
      "output_options=\"filecount=5,filesize=20M\"",
      "what=gc*",
      "decorators=time,uptime,level,tags"
    };
    try {
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      beans.invoke(
          new ObjectName("com.sun.management:type=DiagnosticCommand"),
          "vmLog",
          new Object[] {options},
          new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException("this JVM cannot log its garbage collections", e);
    }
  }
}
