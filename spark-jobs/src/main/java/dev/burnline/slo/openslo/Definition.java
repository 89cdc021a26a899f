package dev.burnline.slo.openslo;

import java.util.Map;

/**
 * A document whose head is in order.
 *
 * @param displayName the name where the document has none
 * @param annotations Burnline's own, by full name
 * @param head where kind and name stand
 * @param spec the kind's own part, not yet read
 */
record Definition(
    Kind kind,
    String name,
    String displayName,
    Map<String, Item> annotations,
    Item head,
    Fields spec) {

  Definition {
    annotations = Map.copyOf(annotations);
  }
}
