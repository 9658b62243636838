package io.hearth.egress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is sent: bytes of a known length that can be read again. */
public interface Content {

  long length();

  InputStream open() throws IOException;

  static Content of(byte[] bytes) {
    return new Content() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
