/* The handler's workplace by keyboard: j and k go down and up the cases, Enter opens one. */
(function () {
  "use strict";

  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key !== "j" && event.key !== "k") {
      return;
    }
    var rows = Array.prototype.slice.call(document.querySelectorAll(".hy-queue-row"));
    var at = rows.indexOf(document.activeElement);
    var next = rows[event.key === "j" ? at + 1 : Math.max(0, at - 1)];
    if (next) {
      next.focus();
      event.preventDefault();
    }
  });
})();
