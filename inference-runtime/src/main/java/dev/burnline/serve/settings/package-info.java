/**
 * What the server may be told: built-in defaults, then a file, then options.
 *
 * <p>In: the options of a command line, the file that they name, the environment. Out: one checked
 * {@link dev.burnline.serve.settings.ServeSettings}, or every problem at once. Entry: {@link
 * dev.burnline.serve.settings.SettingsReader}.
 */
@NullMarked
package dev.burnline.serve.settings;

import org.jspecify.annotations.NullMarked;
