package com.heyi.architecture.planted.loans;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;

@Singleton
public class MortalTimer {
  private int ticks;

  @Schedule
  void tick() {
    ticks++;
  }

  @Timeout
  void ring() {
    ticks--;
  }
}
