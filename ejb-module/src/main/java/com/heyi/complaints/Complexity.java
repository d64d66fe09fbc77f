package com.heyi.complaints;

/** How involved a complaint is; decides how long the answer may take. */
public enum Complexity {
  /** The facts are clear and the dispute is simple. */
  SIMPLE,
  COMPLEX
}
