package com.heyi.audit;

/** Kinds of file that lists are exported to. */
public enum ExportFormat {
  XLSX,
  CSV,
  PDF
}
