package io.hearth.web;

import io.hearth.application.Choice;
import java.util.Optional;

/** A request to make a Support ZIP, checked; {@code progress} is the id to follow it by. */
record SupportZipRequest(Choice choice, Optional<String> progress) {}
