package dev.burnline.render.template;

import dev.burnline.render.words.Words;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.NullCacheStorage;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Fills the report's templates. */
public final class Templates {

  private final Configuration configuration;

  /** Templates whose functions speak with {@code words}. */
  public Templates(Words words) {
    configuration = new Configuration(Configuration.VERSION_2_3_35);
    configuration.setTemplateLoader(
        new ClassTemplateLoader(Templates.class.getClassLoader(), "dev/burnline/render"));
    configuration.setCacheStorage(NullCacheStorage.INSTANCE);
    configuration.setObjectWrapper(new ValueWrapper());
    configuration.setLocalizedLookup(false);
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    try {
      configuration.setSharedVariables(Functions.of(words));
    } catch (TemplateModelException e) {
      throw new IllegalStateException("functions cannot be given to the templates", e);
    }
  }

  /** Fills a template; an error in it is a defect of ours and thrown with its place. */
  public String fill(String template, Map<String, ?> values) {
    var text = new StringWriter(1 << 15);
    try {
      configuration.getTemplate(template).process(values, text);
    } catch (IOException e) {
      throw new UncheckedIOException("template %s cannot be read".formatted(template), e);
    } catch (TemplateException e) {
      throw new IllegalStateException(
          "template %s failed: %s".formatted(template, e.getMessage()), e);
    }
    return text.toString();
  }

  /** Marks text as markup that must not be escaped; only for markup that we wrote ourselves. */
  public static Object markup(String ours) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(ours);
    } catch (TemplateModelException e) {
      throw new IllegalStateException("markup cannot be given to the templates", e);
    }
  }
}
