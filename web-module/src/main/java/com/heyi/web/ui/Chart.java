package com.heyi.web.ui;

import com.heyi.shared.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chart as the JSON that {@code p:chart} hands to Chart.js. It is plain data: no function and no
 * markup, so that it stands under a strict content security policy.
 */
public final class Chart {
  /** Colours that stay apart for people who see colours differently, the first used first. */
  private static final List<String> COLOURS =
      List.of("#14747c", "#d08b2c", "#b5473c", "#5b7f95", "#7a6aa8", "#8aa39b");

  private static final String INK = "#4a5b61";
  private static final String GRID = "#e6ecee";

  private final String type;
  private final List<String> labels;
  private final List<Map<String, Object>> series = new ArrayList<>();
  private final boolean stacked;

  private Chart(String type, List<String> labels, boolean stacked) {
    this.type = type;
    this.labels = List.copyOf(labels);
    this.stacked = stacked;
  }

  /** Bars side by side. */
  public static Chart bars(List<String> labels) {
    return new Chart("bar", labels, false);
  }

  /** Bars on top of each other. */
  public static Chart stackedBars(List<String> labels) {
    return new Chart("bar", labels, true);
  }

  public static Chart lines(List<String> labels) {
    return new Chart("line", labels, false);
  }

  /** A ring of shares, with one series. */
  public static Chart ring(List<String> labels) {
    return new Chart("doughnut", labels, false);
  }

  /**
   * Adds a series.
   *
   * @throws IllegalArgumentException unless there is a value for every label
   */
  public Chart series(String name, List<? extends Number> values) {
    if (values.size() != labels.size()) {
      throw new IllegalArgumentException(
          name + " has " + values.size() + " values for " + labels.size() + " labels");
    }
    String colour = COLOURS.get(series.size() % COLOURS.size());
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("label", name);
    one.put("data", List.copyOf(values));
    switch (type) {
      case "doughnut" -> {
        one.put("backgroundColor", COLOURS);
        one.put("borderWidth", 2);
      }
      case "line" -> {
        one.put("borderColor", colour);
        one.put("backgroundColor", colour);
        one.put("borderWidth", 2);
        one.put("pointRadius", 2);
        one.put("tension", 0.25f);
      }
      default -> {
        one.put("backgroundColor", colour);
        one.put("maxBarThickness", 28);
        one.put("borderRadius", 2);
      }
    }
    series.add(one);
    return this;
  }

  /** The chart's configuration, safe to stand within a script. */
  public String json() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("responsive", true);
    options.put("maintainAspectRatio", false);
    options.put("animation", false);
    Map<String, Object> legend = new LinkedHashMap<>();
    boolean ring = type.equals("doughnut");
    legend.put("display", ring || series.size() > 1);
    legend.put("position", ring ? "right" : "top");
    legend.put("align", ring ? "center" : "end");
    legend.put("labels", Map.of("boxWidth", 10, "boxHeight", 10, "color", INK));
    options.put("plugins", Map.of("legend", legend));
    if (ring) {
      options.put("cutout", "62%");
    } else {
      options.put("interaction", Map.of("mode", "index", "intersect", false));
      options.put("scales", Map.of("x", axis(false), "y", axis(true)));
    }
    Map<String, Object> config =
        Map.of(
            "type", type, "data", Map.of("labels", labels, "datasets", series), "options", options);
    return Json.write(config).replace("<", "\\u003c").replace("\u2028", "").replace("\u2029", "");
  }

  private Map<String, Object> axis(boolean values) {
    Map<String, Object> axis = new LinkedHashMap<>();
    axis.put("stacked", stacked);
    axis.put("ticks", values ? Map.of("color", INK, "precision", 0) : Map.of("color", INK));
    axis.put("grid", values ? Map.of("color", GRID) : Map.of("display", false));
    axis.put("border", Map.of("display", false));
    if (values) {
      axis.put("beginAtZero", true);
    }
    return axis;
  }
}
