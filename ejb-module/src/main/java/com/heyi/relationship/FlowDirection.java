package com.heyi.relationship;

/** Whether money comes to a customer or goes from him. */
public enum FlowDirection {
  IN,
  OUT
}
