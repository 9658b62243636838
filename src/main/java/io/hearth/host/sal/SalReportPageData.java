package io.hearth.host.sal;

import com.atlassian.json.marshal.Jsonable;
import com.atlassian.webresource.api.data.WebResourceDataProvider;
import io.hearth.host.ReportPageData;

/** The {@code <data>} of the web resource {@code report}; the product makes it by constructor. */
public final class SalReportPageData implements WebResourceDataProvider {
  private final ReportPageData data;

  public SalReportPageData(ReportPageData data) {
    this.data = data;
  }

  @Override
  public Jsonable get() {
    return writer -> writer.write(data.json());
  }
}
