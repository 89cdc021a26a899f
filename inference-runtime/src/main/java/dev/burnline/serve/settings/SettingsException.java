package dev.burnline.serve.settings;

import java.util.List;

/** The settings cannot be used; tells every problem. */
public final class SettingsException extends Exception {

  private static final long serialVersionUID = 1;

  SettingsException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
