package dev.burnline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class WholeAnswerTest {

  @Test
  void itHasBegunWhenItsStatusIsOut() {
    assertThat(answer(false).hasBegun()).isFalse();
    assertThat(answer(true).hasBegun()).isTrue();
  }

  private static WholeAnswer answer(boolean committed) {
    HttpServletResponse response =
        (HttpServletResponse)
            Proxy.newProxyInstance(
                WholeAnswerTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                  assertThat(method.getName()).isEqualTo("isCommitted");
                  return committed;
                });
    return new WholeAnswer(
        new Exchange(response),
        new Shape(Route.CHAT, "r", 0, "fake"),
        new Progress(System::nanoTime, 1));
  }
}
