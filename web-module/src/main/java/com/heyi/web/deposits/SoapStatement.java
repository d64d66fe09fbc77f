package com.heyi.web.deposits;

import com.heyi.deposits.MovementView;
import com.heyi.shared.paging.Page;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;

/** A part of a statement, and where the next one begins. */
@XmlType(name = "Statement", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapStatement {
  @XmlElement(name = "movement")
  private List<SoapMovement> movements = List.of();

  private String nextCursor;

  SoapStatement() {}

  SoapStatement(Page<MovementView> page) {
    movements = page.items().stream().map(SoapMovement::new).toList();
    nextCursor = page.nextCursor();
  }
}
