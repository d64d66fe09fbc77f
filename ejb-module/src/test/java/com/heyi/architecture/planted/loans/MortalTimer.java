package com.heyi.architecture.planted.loans;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;

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

  @Schedule(hour = "*", minute = "*", timezone = "Europe/London")
  void inLondon() {
    ticks++;
  }

  void byItself(TimerService timers) {
    timers.createCalendarTimer(new ScheduleExpression());
  }

  @Timeout
  void ring() {
    ticks--;
  }
}
