package com.heyi.web.mall;

import com.heyi.mall.PointsFacade;
import com.heyi.mall.Statement;
import com.heyi.web.common.Lists;
import com.heyi.web.soap.SoapInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Answers {@link StatementOperations}. */
@ApplicationScoped
public class StatementOperationsBean implements StatementOperations {
  @Inject private PointsFacade points;

  @Override
  public PointsStatement getPointsStatement(
      String customerId, String kind, String sort, String cursor, Integer limit) {
    UUID customer = SoapInput.id("customerId", customerId);
    Map<String, String> filters = new HashMap<>();
    filters.put("kind", kind);
    Statement statement = points.statement(customer, Lists.request(limit, cursor, sort, filters));
    return new PointsStatement(statement, points.view(customer));
  }
}
