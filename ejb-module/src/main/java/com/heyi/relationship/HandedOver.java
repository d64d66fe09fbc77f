package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;

/**
 * What a hand-over came to.
 *
 * @param to account of the manager
 * @param customers how many he was handed
 */
public record HandedOver(String to, long customers) implements Targeted {
  @Override
  public String auditTarget() {
    return "manager:" + to;
  }
}
