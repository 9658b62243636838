package com.atlassian.webresource.api.assembler;

import com.atlassian.webresource.api.UrlMode;
import java.io.Writer;

/** Signature only: the product supplies the type. */
public interface WebResourceSet {
  void writeHtmlTags(Writer writer, UrlMode urlMode);
}
