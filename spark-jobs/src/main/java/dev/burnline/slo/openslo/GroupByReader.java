package dev.burnline.slo.openslo;

import dev.burnline.scan.LogField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads by which fields an SLO is split: annotation {@code burnline.dev/group-by}. */
final class GroupByReader {

  private static final String NAME = "burnline.dev/group-by";
  private static final List<LogField> FIELDS =
      List.of(LogField.TENANT, LogField.ROUTE, LogField.MODEL);

  private GroupByReader() {}

  /** Returns the fields, written as a list or separated by commas; none without the annotation. */
  static List<LogField> read(Definition document) {
    Item item = document.annotations().get(NAME);
    if (item == null) {
      return List.of();
    }
    List<LogField> fields = new ArrayList<>();
    if (item.isList()) {
      item.items().orElse(List.of()).forEach(each -> add(each, fields));
    } else {
      add(item, fields);
    }
    return fields.stream().distinct().toList();
  }

  private static void add(Item item, List<LogField> fields) {
    String text = item.text().orElse("");
    for (String name : text.split(",", -1)) {
      LogField.ofKey(name.strip().toLowerCase(Locale.ROOT))
          .filter(FIELDS::contains)
          .ifPresentOrElse(
              fields::add, () -> item.problem("must name tenant, route or model, or several"));
    }
  }
}
