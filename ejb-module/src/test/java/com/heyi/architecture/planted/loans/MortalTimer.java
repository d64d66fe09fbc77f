package com.heyi.architecture.planted.loans;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;

@Singleton
public class MortalTimer {
  private int ticks;

  @PostConstruct
  void begin() {
    begin(0);
  }

  void begin(int at) {
    ticks = at;
  }

  @Schedule
  void tick() {
    ticks++;
  }

  @Timeout
  void ring() {
    ticks--;
  }
}
