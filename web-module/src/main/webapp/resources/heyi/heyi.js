/* Small helpers of Heyi's pages. No library beyond PrimeFaces' own jQuery. */
(function () {
  "use strict";

  /* On small screens the menu is a drawer. */
  function drawer() {
    var button = document.querySelector(".hy-menu-button");
    if (!button) {
      return;
    }
    function show(open) {
      document.body.classList.toggle("hy-menu-open", open);
      button.setAttribute("aria-expanded", String(open));
    }
    button.addEventListener("click", function () {
      show(!document.body.classList.contains("hy-menu-open"));
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        show(false);
      }
    });
    document.getElementById("content").addEventListener("click", function () {
      show(false);
    });
  }

  /* A filter that is left empty need not stand in the address. */
  function tidyFilters() {
    document.querySelectorAll("form.hy-filters").forEach(function (form) {
      form.addEventListener("submit", function () {
        form.querySelectorAll("input, select").forEach(function (input) {
          if (input.name && !input.value) {
            input.disabled = true;
          }
        });
      });
      form.addEventListener("change", function (event) {
        if (event.target.tagName === "SELECT") {
          form.requestSubmit();
        }
      });
    });
  }

  /*
   * What opens is there at once. PrimeFaces would answer a pick from a menu only after the menu has
   * faded in, and would take the cursor to a dialog's first field a while after it is shown, out of
   * the field that somebody quick, or on a slow machine, already types in. A page that still scrolls
   * takes what is open along and does not close it.
   */
  function openAtOnce() {
    var faces = window.PrimeFaces;
    faces.utils.disableAnimations();
    faces.hideOverlaysOnViewportChange = false;
    if (!faces.widget.Dialog) {
      return;
    }
    var dialog = faces.widget.Dialog.prototype;
    var focusLater = dialog.applyFocus;
    dialog.applyFocus = function () {
      var first = this.jq.find(":input:visible:enabled[name]").not(":button, :submit, [readonly]");
      if (first.length) {
        faces.focusElement(first.first());
      } else {
        focusLater.call(this);
      }
    };
  }

  /*
   * Enter in a field presses the button of its table row, else the form's own button if there is one
   * only: not just the first one of the form, which may belong to another row or look something up.
   */
  function enterPressesTheRightButton() {
    document.addEventListener("keydown", function (event) {
      var field = event.target;
      // Safari tells of the Enter that ends a Chinese word only by its code.
      var composing = event.isComposing || event.keyCode === 229;
      if (event.key !== "Enter" || event.defaultPrevented || composing || !field.form || field.tagName !== "INPUT" || field.type === "file") {
        return;
      }
      var row = field.closest("tr");
      var ofRow = row && row.querySelector("button[type='submit']");
      var ofForm = field.form.querySelectorAll(".hy-actions button[type='submit']");
      var button = ofRow || (ofForm.length === 1 && ofForm[0]);
      if (button) {
        event.preventDefault();
        button.click();
      }
    });
  }

  /* A restored page (back button) must not keep its fields disabled. */
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form.hy-filters :disabled").forEach(function (input) {
      input.disabled = false;
    });
  });

  document.addEventListener("DOMContentLoaded", function () {
    drawer();
    tidyFilters();
    if (window.PrimeFaces) {
      openAtOnce();
      enterPressesTheRightButton();
    }
    if (window.Chart) {
      window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
      window.Chart.defaults.font.size = 12;
    }
    if (window.jQuery) {
      /* The address follows what a lazy list shows, so that it can be bookmarked and come back to. */
      window.jQuery(document).on("pfAjaxComplete", function (event, xhr, settings, args) {
        if (args && typeof args.heyiQuery === "string") {
          history.replaceState(history.state, "", location.pathname + args.heyiQuery);
        }
      });
    }
  });
})();
