package dev.burnline.serve.gpu;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a device. {@code nvidia-smi} writes {@code 00000000:3B:00.0} for what the kernel log
 * calls {@code 0000:3b:00}.
 */
record PciBus(long domain, int bus, int device) {

  private static final Pattern FORM =
      Pattern.compile("([0-9a-fA-F]{4,8}):([0-9a-fA-F]{2}):([0-9a-fA-F]{2})(\\.[0-9a-fA-F])?");

  static Optional<PciBus> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new PciBus(
                Long.parseLong(form.group(1), 16),
                Integer.parseInt(form.group(2), 16),
                Integer.parseInt(form.group(3), 16)))
        : Optional.empty();
  }
}
