package dev.burnline.slo.openslo;

import dev.burnline.slo.spelling.KnownNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of OpenSLO documents. */
enum Kind {
  DATA_SOURCE("DataSource"),
  SERVICE("Service"),
  SLO("SLO"),
  SLI("SLI"),
  ALERT_POLICY("AlertPolicy"),
  ALERT_CONDITION("AlertCondition"),
  ALERT_NOTIFICATION_TARGET("AlertNotificationTarget");

  private final String openSloName;

  Kind(String openSloName) {
    this.openSloName = openSloName;
  }

  /** Returns the name in documents. */
  String openSloName() {
    return openSloName;
  }

  /** Returns Burnline's annotations that mean something on this kind. */
  List<String> annotations() {
    return switch (this) {
      case SERVICE -> List.of("burnline.dev/services", "burnline.dev/kpis");
      case SLO ->
          List.of(
              "burnline.dev/services",
              "burnline.dev/budget-policy",
              "burnline.dev/min-events",
              "burnline.dev/min-failures",
              "burnline.dev/group-by",
              "burnline.dev/empty-slices",
              "burnline.dev/exclude",
              "burnline.dev/alert-mode",
              "burnline.dev/stale-after");
      case ALERT_POLICY -> List.of("burnline.dev/windows");
      case DATA_SOURCE, SLI, ALERT_CONDITION, ALERT_NOTIFICATION_TARGET -> List.of();
    };
  }

  static Optional<Kind> ofName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.openSloName.equals(name)).findFirst();
  }

  static KnownNames names() {
    return KnownNames.of(Arrays.stream(values()).map(Kind::openSloName).toList());
  }
}
