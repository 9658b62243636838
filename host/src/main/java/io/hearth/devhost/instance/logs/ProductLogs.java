package io.hearth.devhost.instance.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.LayoutBase;
import io.hearth.devhost.instance.ProductKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.LoggerFactory;

/**
 * The files that the product's logging writes: everything that the host and its apps log, who
 * logged in, and who asked for what.
 */
public final class ProductLogs implements AutoCloseable {
  /** What is below this logger goes to the log of logins. */
  public static final String SECURITY = "security";

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger securityLogger = context.getLogger(SECURITY);
  private final AccessLayout accessLayout;
  private final Clock clock;
  private final Appender<ILoggingEvent> main;
  private final Appender<ILoggingEvent> security;
  private final Appender<ILoggingEvent> access;

  /**
   * @param home gets the product's logs
   * @param install gets those of the servlet container
   */
  public ProductLogs(ProductKind kind, Path home, Path install, Clock clock) {
    this.clock = clock;
    this.accessLayout = new AccessLayout(kind);
    RollingFiles files = new RollingFiles(context);
    Path folder = home.resolve(kind == ProductKind.CONFLUENCE ? "logs" : "log");
    Layout<ILoggingEvent> layout = new ProductLayout(kind);
    Layout<ILoggingEvent> logins = new SecurityLayout(kind);
    switch (kind) {
      case JIRA -> {
        main = files.numbered(folder.resolve("atlassian-jira.log"), layout);
        security = files.numbered(folder.resolve("atlassian-jira-security.log"), logins);
        access = files.daily(install.resolve("logs/access_log.%d"), new Plain());
      }
      case CONFLUENCE -> {
        main = files.numbered(folder.resolve("atlassian-confluence.log"), layout);
        security = files.numbered(folder.resolve("atlassian-confluence-security.log"), logins);
        access = files.daily(install.resolve("logs/conf_access_log%d.log"), new Plain());
      }
      case BITBUCKET -> {
        main = files.dated(folder.resolve("atlassian-bitbucket.log"), layout);
        security = main;
        access = files.dated(folder.resolve("atlassian-bitbucket-access.log"), new Plain());
      }
      default -> throw new IllegalArgumentException(kind.id());
    }
    attach();
  }

  private void attach() {
    ThresholdFilter informative = new ThresholdFilter();
    informative.setLevel(Level.INFO.toString());
    informative.start();
    main.addFilter(informative);
    root.addAppender(main);
    if (security != main) {
      securityLogger.addAppender(security);
      securityLogger.setAdditive(false);
    }
  }

  /** A line that is its message and nothing else. */
  private static final class Plain extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
      return event.getMessage() + "\n";
    }
  }

  public void requestCame(Visit visit) {
    accessLayout.lineOfStart(visit, clock.instant()).ifPresent(this::appendAccess);
  }

  public void requestEnded(Visit visit, int status, long bytes, Duration time, String thread) {
    Instant now = clock.instant();
    appendAccess(
        accessLayout.line(
            visit, new AccessLayout.End(now, status, bytes, time.toMillis(), thread)));
  }

  private void appendAccess(String line) {
    LoggingEvent event = new LoggingEvent();
    event.setLoggerContext(context);
    event.setLoggerName("access");
    event.setLevel(Level.INFO);
    event.setMessage(line);
    event.setTimeStamp(clock.millis());
    access.doAppend(event);
  }

  @Override
  public void close() {
    root.detachAppender(main);
    securityLogger.detachAppender(security);
    main.stop();
    security.stop();
    access.stop();
  }
}
