/*
 * The handler's workplace by keyboard. At the desk j and k go down and up the cases and Enter opens
 * one; on a case e goes to the next step's form, Ctrl+Enter takes the step, and u leads back to the desk.
 */
(function () {
  "use strict";

  function stepForm() {
    return document.getElementById("step");
  }

  function takeStep(event) {
    var form = stepForm();
    var button = form && form.contains(event.target) && form.querySelector("button[type='submit']");
    if (button) {
      button.click();
      event.preventDefault();
    }
  }

  function move(by) {
    var rows = Array.prototype.slice.call(document.querySelectorAll(".hy-queue-row"));
    return rows[Math.max(0, rows.indexOf(document.activeElement) + by)];
  }

  function focused(key) {
    switch (key) {
      case "j":
        return move(1);
      case "k":
        return move(-1);
      case "e":
        return stepForm() && stepForm().querySelector("input:not([type='hidden']), textarea");
      default:
        return null;
    }
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      takeStep(event);
      return;
    }
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    var desk = event.key === "u" && document.querySelector("main a[href$='/complaints/desk.xhtml']");
    if (desk) {
      window.location.assign(desk.href);
      return;
    }
    var next = focused(event.key);
    if (next) {
      next.focus();
      event.preventDefault();
    }
  });
})();
