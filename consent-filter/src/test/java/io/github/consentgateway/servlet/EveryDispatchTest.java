package io.github.consentgateway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.consentgateway.LogLines;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Section 2.5: what a filter is mapped for; ContainerMatrixTest shows what follows")
class EveryDispatchTest {

  @RegisterExtension final LogLines log = new LogLines();
  private final List<String> lines = log.lines();

  private final ServletContext context = mock(ServletContext.class);
  private final FilterConfig config = mock(FilterConfig.class);
  private final FilterRegistration filter = mock(FilterRegistration.class);

  @BeforeEach
  void listen() {
    when(config.getFilterName()).thenReturn("gate");
    when(config.getServletContext()).thenReturn(context);
    when(filter.getUrlPatternMappings()).thenReturn(List.of("/*", "/*"));
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
