package io.hearth.collectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * The wanted time of logs.
 *
 * @param zone of lines that name no offset: the one that the product's logs are written in
 */
record LogWindow(TimeWindow window, ZoneId zone) {

  WindowSearch.Region search(Path log, SeekableByteChannel channel, long size) throws IOException {
    return WindowSearch.in(channel, size, window, zone, isAccessLog(log));
  }

  WindowStream lines(Path log, InputStream text) {
    return new WindowStream(text, window, times(log));
  }

  LineTimes times(Path log) {
    return new LineTimes(zone, isAccessLog(log));
  }

  private static boolean isAccessLog(Path log) {
    return LogFiles.isAccessLog(log.getFileName().toString());
  }
}
