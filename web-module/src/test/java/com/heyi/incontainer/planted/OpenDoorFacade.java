package com.heyi.incontainer.planted;

import com.heyi.shared.facade.Facade;
import jakarta.ejb.Stateless;

/** A facade that forgot to say who may call it, planted to see that it stops the start. */
@Facade
@Stateless
public class OpenDoorFacade {
  public String secrets() {
    return "for everybody";
  }
}
