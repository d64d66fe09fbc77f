package com.heyi.web.architecture.planted.books;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.audit.internal.AuditTrail;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** A page's bean that goes round the facades, and lies with no module. */
@Named
class NosyPage {
  @Inject private AuditTrail trail;
  @Inject private CustomerDirectory customers;
  @PersistenceContext private EntityManager em;
}
