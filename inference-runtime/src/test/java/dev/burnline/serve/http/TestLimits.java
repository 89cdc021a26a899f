package dev.burnline.serve.http;

import dev.burnline.serve.settings.Limits;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The default limits but for some. */
final class TestLimits {

  private TestLimits() {}

  /** Returns the defaults, but this value for the limit of this name. */
  static Limits with(String name, Object value) throws ReflectiveOperationException {
    return with(Map.of(name, value));
  }

  /** Returns the defaults, but these values for the limits of these names. */
  static Limits with(Map<String, Object> changes) throws ReflectiveOperationException {
    Map<String, Object> left = new HashMap<>(changes);
    List<Class<?>> types = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (RecordComponent limit : Limits.class.getRecordComponents()) {
      Object value = left.remove(limit.getName());
      types.add(limit.getType());
      values.add(value == null ? limit.getAccessor().invoke(Limits.DEFAULT) : value);
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("no such limits: " + left.keySet());
    }
    return Limits.class
        .getConstructor(types.toArray(Class<?>[]::new))
        .newInstance(values.toArray());
  }
}
