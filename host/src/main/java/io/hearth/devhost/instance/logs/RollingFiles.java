package io.hearth.devhost.instance.logs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Log files with rotation in the products' three ways. */
final class RollingFiles {
  private static final FileSize LARGEST = FileSize.valueOf("20 MB");
  private static final FileSize TOTAL = FileSize.valueOf("500 MB");
  private static final int OLD_FILES = 5;
  private static final int DAYS = 30;

  private final LoggerContext context;

  RollingFiles(LoggerContext context) {
    this.context = context;
  }

  /** Jira and Confluence: {@code x.log}, {@code x.log.1} and so on. */
  RollingFileAppender<ILoggingEvent> numbered(Path file, Layout<ILoggingEvent> layout) {
    RollingFileAppender<ILoggingEvent> appender = appender(layout);
    appender.setFile(file.toString());
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMaxIndex(OLD_FILES);
    rolling.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
    trigger.setContext(context);
    trigger.setMaxFileSize(LARGEST);
    trigger.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(trigger);
    appender.start();
    return appender;
  }

  /** Bitbucket: {@code x.log}, {@code x-2026-02-03.0.log.gz} and so on. */
  RollingFileAppender<ILoggingEvent> dated(Path file, Layout<ILoggingEvent> layout) {
    RollingFileAppender<ILoggingEvent> appender = appender(layout);
    appender.setFile(file.toString());
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file.toString().replaceFirst("\\.log$", "-%d.%i.log.gz"));
    rolling.setMaxFileSize(LARGEST);
    rolling.setTotalSizeCap(TOTAL);
    rolling.setMaxHistory(DAYS);
    rolling.start();
    appender.setRollingPolicy(rolling);
    appender.start();
    return appender;
  }

  /** Tomcat's access logs: a file per day, also for today; {@code pattern} holds {@code %d}. */
  RollingFileAppender<ILoggingEvent> daily(Path pattern, Layout<ILoggingEvent> layout) {
    RollingFileAppender<ILoggingEvent> appender = appender(layout);
    TimeBasedRollingPolicy<ILoggingEvent> rolling = new TimeBasedRollingPolicy<>();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(pattern.toString());
    rolling.setMaxHistory(DAYS);
    rolling.start();
    appender.setRollingPolicy(rolling);
    appender.start();
    return appender;
  }

  private RollingFileAppender<ILoggingEvent> appender(Layout<ILoggingEvent> layout) {
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    return appender;
  }
}
