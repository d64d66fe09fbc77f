package com.heyi.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class RecordResolverTest {
  private final RecordResolver resolver = new RecordResolver();
  private final ELContext context = new Context(resolver);

  @Test
  void aComponentIsReadByItsName() {
    assertThat(resolver.getValue(context, new Pair("a", 2), "second")).isEqualTo(2);
    assertThat(context.isPropertyResolved()).isTrue();
  }

  @Test
  void whatIsNoComponentIsLeftToOthers() {
    assertThat(resolver.getValue(context, new Pair("a", 2), "third")).isNull();
    assertThat(resolver.getValue(context, "no record", "length")).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  private record Pair(String first, int second) {}

  private static final class Context extends ELContext {
    private final ELResolver resolver;

    Context(ELResolver resolver) {
      this.resolver = resolver;
    }

    @Override
    public ELResolver getELResolver() {
      return resolver;
    }

    @Override
    public FunctionMapper getFunctionMapper() {
      return null;
    }

    @Override
    public VariableMapper getVariableMapper() {
      return null;
    }
  }
}
