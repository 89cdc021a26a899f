package dev.burnline.render.template;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A public record's components by name; a name it does not have is an error, not an absence. */
record RecordModel(Record record, ObjectWrapper wrapper)
    implements TemplateHashModel, WrapperTemplateModel {

  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          var accessors = new HashMap<String, Method>();
          for (RecordComponent component : type.getRecordComponents()) {
            accessors.put(component.getName(), component.getAccessor());
          }
          return Collections.unmodifiableMap(accessors);
        }
      };

  @Override
  public @Nullable TemplateModel get(String key) throws TemplateModelException {
    Method accessor = ACCESSORS.get(record.getClass()).get(key);
    if (accessor == null) {
      throw new TemplateModelException(
          "%s has no component %s".formatted(record.getClass().getSimpleName(), key));
    }
    try {
      return wrapper.wrap(accessor.invoke(record));
    } catch (ReflectiveOperationException e) {
      throw new TemplateModelException("%s cannot be read".formatted(key), e);
    }
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public Object getWrappedObject() {
    return record;
  }
}
