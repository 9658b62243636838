package io.hearth.privacy;

/** The parts of the vendor's privacy statement, and what the app keeps to do its work. */
public enum Category {
  SUPPORT_DATA,
  ERROR_TRACKING,
  PRODUCT_ANALYTICS,
  OWN_RECORDS
}
