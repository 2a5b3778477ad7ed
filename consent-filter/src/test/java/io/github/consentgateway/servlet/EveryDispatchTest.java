package io.github.consentgateway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Section 2.5: what a filter is mapped for; ContainerMatrixTest shows what follows")
class EveryDispatchTest {

  private final Logger logger = Logger.getLogger("io.github.consentgateway");
  private final List<String> lines = new ArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final ServletContext context = mock(ServletContext.class);
  private final FilterConfig config = mock(FilterConfig.class);
  private final FilterRegistration filter = mock(FilterRegistration.class);

  @BeforeEach
  void listen() {
    logger.addHandler(listener);
    when(config.getFilterName()).thenReturn("gate");
    when(config.getServletContext()).thenReturn(context);
    when(filter.getUrlPatternMappings()).thenReturn(List.of("/*", "/*"));
  }

  @AfterEach
  void stop() {
    logger.removeHandler(listener);
  }

  @Test
  void addsAllTypesButRequestInFront() {
    when(context.getFilterRegistration("gate")).thenReturn(filter);
    EveryDispatch.map(config);
    verify(filter)
        .addMappingForUrlPatterns(
            EnumSet.of(
                DispatcherType.FORWARD,
                DispatcherType.INCLUDE,
                DispatcherType.ASYNC,
                DispatcherType.ERROR),
            false,
            "/*");
    assertEquals(List.of(), lines);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IllegalStateException.class,
        IllegalArgumentException.class,
        UnsupportedOperationException.class
      })
  void containerThatRefusesIsToldOfOnce(Class<? extends RuntimeException> refusal) {
    when(context.getFilterRegistration("gate")).thenReturn(filter);
    doThrow(refusal).when(filter).addMappingForUrlPatterns(any(), anyBoolean(), any());
    EveryDispatch.map(config);
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("Filter gate stays mapped as it was declared"));
  }

  @Test
  void containerThatDoesNotKnowTheFilterIsToldOf() {
    EveryDispatch.map(config);
    assertEquals(1, lines.size(), lines::toString);
  }
}
