package com.atlassian.webresource.api.data;

import com.atlassian.json.marshal.Jsonable;
import java.util.function.Supplier;

/** Signature only: the product supplies the type. */
public interface WebResourceDataProvider extends Supplier<Jsonable> {
  @Override
  Jsonable get();
}
