package dev.burnline.serve.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may call the API. Keeps digests of the keys, so that no key can be printed. */
public final class ApiKeys {

  /** Everybody may. */
  public static final ApiKeys NONE = new ApiKeys(Map.of());

  private final Map<String, Caller> callers;

  private ApiKeys(Map<String, Caller> callers) {
    this.callers = Map.copyOf(callers);
  }

  /**
   * Who sent a key.
   *
   * @param tenant who it is; empty for a key without a name
   */
  public record Caller(Optional<String> tenant) {

    /** Somebody without a name. */
    public static final Caller ANYBODY = new Caller(Optional.empty());
  }

  /** Returns keys, each with the name of its tenant, which may be empty. */
  public static ApiKeys of(Map<String, String> tenantsByKey) {
    Map<String, Caller> callers = new LinkedHashMap<>();
    tenantsByKey.forEach(
        (key, tenant) ->
            callers.put(
                digest(key), new Caller(Optional.of(tenant).filter(name -> !name.isEmpty()))));
    return new ApiKeys(callers);
  }

  /** Returns whether a key is needed. */
  public boolean areNeeded() {
    return !callers.isEmpty();
  }

  /**
   * Returns who sent this key; empty when nobody has it. Comparing digests tells nothing about how
   * much of a guess was right.
   */
  public Optional<Caller> caller(String key) {
    return Optional.ofNullable(callers.get(digest(key)));
  }

  /** Returns the names of all tenants. */
  public Set<String> tenants() {
    Set<String> names = new HashSet<>();
    callers.values().forEach(caller -> caller.tenant().ifPresent(names::add));
    return names;
  }

  @Override
  public String toString() {
    return callers.size() + " keys";
  }

  private static String digest(String key) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
