package com.heyi.winddown;

/** A step whose day customers must be told some time before. */
public enum NoticeStep {
  FREEZE,
  MIGRATE,
  CLOSE
}
