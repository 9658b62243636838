package io.hearth.host.sal;

import com.atlassian.json.marshal.Jsonable;
import com.atlassian.webresource.api.data.WebResourceDataProvider;
import io.hearth.host.PageData;

/** The {@code <data>} of the web resource {@code loader}; the product makes it by constructor. */
public final class SalPageData implements WebResourceDataProvider {
  private final PageData data;

  public SalPageData(PageData data) {
    this.data = data;
  }

  @Override
  public Jsonable get() {
    return writer -> writer.write(data.json());
  }
}
