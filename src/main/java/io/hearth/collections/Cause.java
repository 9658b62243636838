package io.hearth.collections;

/** Why a ZIP was made by itself. */
public enum Cause {
  DEADLOCK,
  HEAP,
  LOG_ERRORS
}
