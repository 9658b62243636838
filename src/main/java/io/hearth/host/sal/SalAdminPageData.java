package io.hearth.host.sal;

import com.atlassian.json.marshal.Jsonable;
import com.atlassian.webresource.api.data.WebResourceDataProvider;
import io.hearth.host.AdminPageData;

/** The {@code <data>} of the web resource {@code badge}; the product makes it by constructor. */
public final class SalAdminPageData implements WebResourceDataProvider {
  private final AdminPageData data;

  public SalAdminPageData(AdminPageData data) {
    this.data = data;
  }

  @Override
  public Jsonable get() {
    return writer -> writer.write(data.json());
  }
}
