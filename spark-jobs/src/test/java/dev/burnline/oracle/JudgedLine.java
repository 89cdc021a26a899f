package dev.burnline.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A line with the decision whether it can be used. */
sealed interface JudgedLine {

  /** A line that counts: its object as written and its time in milliseconds since 1970. */
  record Usable(ObjectNode object, long millis) implements JudgedLine {}

  /** A line that cannot be used, with the reason as {@code malformed_by_reason} names it. */
  record Unusable(String reason) implements JudgedLine {}
}
