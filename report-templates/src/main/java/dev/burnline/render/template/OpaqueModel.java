package dev.burnline.render.template;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.TemplateModel;

/** A value that templates can only hand to a function, an instant for example. */
record OpaqueModel(Object value) implements TemplateModel, WrapperTemplateModel {

  @Override
  public Object getWrappedObject() {
    return value;
  }
}
