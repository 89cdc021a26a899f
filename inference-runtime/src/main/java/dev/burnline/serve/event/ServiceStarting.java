package dev.burnline.serve.event;

import org.jspecify.annotations.Nullable;

/**
 * The process has started.
 *
 * @param appVersion version of the server
 * @param previousClean whether the boot before this one stopped in order; null when there was none
 */
public record ServiceStarting(String appVersion, @Nullable Boolean previousClean)
    implements LogEvent {

  public ServiceStarting {
    appVersion = Excerpt.name(appVersion, "appVersion");
  }

  @Override
  public String event() {
    return "service.starting";
  }

  @Override
  public void describe(Fields fields) {
    fields.text("app_version", appVersion);
    fields.flag("previous_clean", previousClean);
  }
}
