package dev.burnline.render.template;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows values to templates: texts, numbers, lists, maps and the components of records. No method
 * of any Java object can be called from a template.
 *
 * <p>FreeMarker's own wrapper looks at every class with the bean introspector, which is as slow as
 * the rest of a page together on the first call.
 */
final class ValueWrapper implements ObjectWrapper {

  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
    if (value == null) {
      return null;
    }
    if (value instanceof TemplateModel model) {
      return model;
    }
    if (value instanceof String text) {
      return new SimpleScalar(text);
    }
    if (value instanceof Number number) {
      return new SimpleNumber(number);
    }
    if (value instanceof Boolean truth) {
      return truth ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
    }
    if (value instanceof Enum<?> constant) {
      return new SimpleScalar(constant.name());
    }
    if (value instanceof Collection<?> values) {
      return new SimpleSequence(values, this);
    }
    if (value instanceof Map<?, ?> map) {
      return new MapModel(map, this);
    }
    return value instanceof Record record ? new RecordModel(record, this) : new OpaqueModel(value);
  }
}
