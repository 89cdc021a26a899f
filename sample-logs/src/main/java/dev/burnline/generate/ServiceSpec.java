package dev.burnline.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One service to simulate.
 *
 * @param name non-empty
 * @param format what it writes
 * @param share how many of all requests it gets, relative to the other services; at least 1
 */
record ServiceSpec(String name, LineFormat format, int share) {

  private static final Pattern FORM =
      Pattern.compile("(?<name>[^,:@\\s]+)(:(?<format>[a-z]+))?(@(?<share>[1-9][0-9]{0,3}))?");

  /**
   * Reads {@code name[:contract|minimal][@share],…}.
   *
   * @throws IllegalArgumentException says which entry is wrong
   */
  static List<ServiceSpec> parse(String text, LineFormat usual) {
    List<ServiceSpec> services = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String entry : text.split(",", -1)) {
      Matcher form = FORM.matcher(entry.strip());
      if (!form.matches()) {
        throw new IllegalArgumentException(
            "each must be name[:contract|minimal][@share], got '" + entry + "'");
      }
      String name = form.group("name");
      if (!names.add(name)) {
        throw new IllegalArgumentException("'" + name + "' is named twice");
      }
      services.add(new ServiceSpec(name, format(form.group("format"), usual), share(form)));
    }
    return List.copyOf(services);
  }

  private static LineFormat format(@Nullable String text, LineFormat usual) {
    if (text == null) {
      return usual;
    }
    return LineFormat.of(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format must be contract or minimal, got '" + text + "'"));
  }

  private static int share(Matcher form) {
    String share = form.group("share");
    return share == null ? 1 : Integer.parseInt(share);
  }
}
