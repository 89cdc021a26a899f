package dev.burnline.generate.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The texts of {@code prompts.yaml}. */
record Library(List<Kind> kinds, List<Template> englishBody, List<Template> chineseBody) {

  private static final String RESOURCE = "prompts.yaml";

  static Library load() {
    try (InputStream in = Library.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      Map<?, ?> root = map(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
      Map<String, List<String>> fillings = new LinkedHashMap<>();
      map(root.get("fillings")).forEach((key, value) -> fillings.put(key.toString(), texts(value)));
      List<Kind> kinds = new ArrayList<>();
      for (Object entry : (List<?>) root.get("kinds")) {
        Map<?, ?> kind = map(entry);
        kinds.add(
            new Kind(
                String.valueOf(kind.get("name")),
                ((Number) kind.get("weight")).intValue(),
                templates(kind.get("en"), fillings),
                templates(kind.get("zh"), fillings),
                templates(kind.get("replyEn"), fillings),
                templates(kind.get("replyZh"), fillings)));
      }
      return new Library(
          List.copyOf(kinds),
          templates(root.get("bodyEn"), fillings),
          templates(root.get("bodyZh"), fillings));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  private static List<Template> templates(Object value, Map<String, List<String>> fillings) {
    return texts(value).stream().map(text -> Template.parse(text, fillings)).toList();
  }

  private static List<String> texts(Object value) {
    return ((List<?>) value).stream().map(String::valueOf).toList();
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }
}
