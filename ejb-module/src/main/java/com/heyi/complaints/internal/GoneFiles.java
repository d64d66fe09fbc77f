package com.heyi.complaints.internal;

import com.heyi.shared.time.Timers;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files off the disk, every hour, that no case holds any more. The database notes them in the
 * transaction that empties the case, so that none is forgotten when the server dies in between.
 */
@Singleton
public class GoneFiles {
  private static final Logger LOG = LoggerFactory.getLogger(GoneFiles.class);

  @Inject private Attachments attachments;
  @Resource private SessionContext context;

  @Schedule(hour = "*", minute = "25", persistent = false, info = "remove files of emptied cases")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        "remove files of emptied cases", LOG, context.getBusinessObject(GoneFiles.class)::remove);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void remove() {
    attachments.removeGone();
  }
}
