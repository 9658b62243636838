package io.hearth.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The way of a ZIP to its browser; knows afterwards whether the browser went away. */
final class Delivery {

  private final HttpServletResponse response;
  private final String fileName;
  private boolean receiverGone;

  Delivery(HttpServletResponse response, String fileName) {
    this.response = response;
    this.fileName = fileName;
  }

  boolean receiverGone() {
    return receiverGone;
  }

  OutputStream open() throws IOException {
    Answers.common(response);
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    // nginx would collect the answer before it passes any of it on.
    response.setHeader("X-Accel-Buffering", "no");
    return new Noting(response.getOutputStream());
  }

  private final class Noting extends FilterOutputStream {

    Noting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        receiverGone = true;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        receiverGone = true;
        throw e;
      }
    }
  }
}
