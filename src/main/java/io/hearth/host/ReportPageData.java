package io.hearth.host;

/** As {@link PageData}, for the web resource that opens the dialog of problem reports. */
public interface ReportPageData {
  String json();
}
